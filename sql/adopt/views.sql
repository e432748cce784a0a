-- How far each view was read. Grain: one row a table that has a view.
SELECT table_name, view_rows, rejected, changed_to, whole_at, buckets
FROM adopted_views
