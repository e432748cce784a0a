-- Whose database rows are read from, when they were last read, and why not since. Grain: one row, or none where nothing is adopted.
SELECT source, read_at, error
FROM adoption
