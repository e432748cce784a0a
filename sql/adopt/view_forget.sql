-- Takes away how far a view was read; another row may follow. NULL: of all views.
DELETE FROM adopted_views
WHERE @table IS NULL OR table_name = @table
