-- More than 6 sessions. Grain: one treatment. Population: touched treatments; completed sessions, not cancelled ones or no-shows. Missing: none.
SELECT s.treatment_id AS id, 'treatment_id' AS column_name, COUNT(*) AS value, 'more than 6 sessions' AS message, NULL AS detail
FROM touched AS k
JOIN sessions AS s ON s.treatment_id = k.treatment_id
WHERE s.status = 'completed'
GROUP BY s.treatment_id
HAVING COUNT(*) > 6 -- sessions
ORDER BY s.treatment_id;
