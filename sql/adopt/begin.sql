-- The first reading of a database. Grain: one row.
INSERT INTO adoption (adoption_id, source)
SELECT 1, @source
WHERE NOT EXISTS (SELECT 1 FROM adoption)
