-- The stored rows are about to change: what is known of a view's rows, NULL for all views', is not to be relied on until it is read whole again.
UPDATE adopted_views
SET buckets = NULL, changed_to = NULL
WHERE @table IS NULL OR table_name = @table
