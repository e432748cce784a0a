-- The marks of one row, before it is marked anew. Grain: one inferred cell. Population: a row's. Missing: none.
DELETE FROM inferred_cells
WHERE table_name = @table AND row_id = @id;
