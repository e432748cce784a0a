-- Takes a mark back that no longer holds. Grain: one inferred cell. Population: @table, @id, @column. Missing: none.
DELETE FROM inferred_cells
WHERE table_name = @table AND row_id = @id AND column_name = @column;
