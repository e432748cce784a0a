-- Techniques. Grain: one technique. Population: all. Missing: none.
SELECT technique_id, name
FROM techniques
ORDER BY technique_id;
