-- Ids of techniques. Grain: one technique. Population: all. Missing: none, the id is required.
SELECT technique_id
FROM techniques;
