-- Marks one cell as inferred by a rule. Grain: one cell.
INSERT INTO inferred_cells (table_name, row_id, column_name, rule_text)
VALUES (@table, @id, @column, @rule);
