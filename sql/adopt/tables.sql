-- Tables and views of the file, and their columns. Grain: one column.
SELECT '' AS table_schema, m.name AS table_name, c.name AS column_name, c.type AS column_type
FROM sqlite_master AS m
JOIN pragma_table_info(m.name) AS c
WHERE m.type IN ('table', 'view') AND m.name NOT LIKE 'sqlite\_%' ESCAPE '\'
ORDER BY m.name, c.cid
