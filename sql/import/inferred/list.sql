-- Marks of one table's cells. Grain: one inferred cell. Population: those of @table. Missing: none.
SELECT row_id, column_name, rule_text
FROM inferred_cells
WHERE table_name = @table;
