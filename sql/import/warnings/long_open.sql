-- A treatment open for over a year. Grain: one treatment. Population: touched treatments that are neither completed nor ended.
-- @yearAgo: a year before the import's date. Missing: completed_on NULL is what makes it open.
SELECT t.treatment_id AS id, 'started_on' AS column_name, t.started_on AS value, 'open for over a year' AS message, NULL AS detail
FROM touched AS k
JOIN treatments AS t ON t.treatment_id = k.treatment_id
WHERE t.completed_on IS NULL AND t.follow_up_ended_on IS NULL AND t.started_on < @yearAgo
ORDER BY t.treatment_id;
