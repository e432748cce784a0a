-- How far a view was read. Grain: one row.
INSERT INTO adopted_views (table_name, view_rows, rejected, changed_to, whole_at, buckets)
VALUES (@table, @rows, @rejected, @changedTo, @wholeAt, @buckets)
