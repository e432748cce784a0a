-- An event dated before its treatment started. Grain: one rejected row. Population: staged rows. Missing: none, both dates are required.
SELECT s.line, 'occurred_on' AS column_name, s.occurred_on AS value, CONCAT('before started_on ', t.started_on) AS reason
FROM staged AS s
JOIN treatments AS t ON t.treatment_id = s.treatment_id
WHERE s.occurred_on < t.started_on
