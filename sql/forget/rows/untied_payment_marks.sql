-- Marks on a payment that only its own id ties to a client go. Grain: one cell. Population: those of payment @id. Missing: none.
DELETE FROM inferred_cells
WHERE table_name = 'payments' AND row_id = @id;
