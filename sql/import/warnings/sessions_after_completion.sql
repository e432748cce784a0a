-- A session after its treatment was completed. Grain: one session, of any status. Population: touched treatments.
-- Missing: nothing is after a completion that has not happened.
SELECT s.session_id AS id, 'performed_on' AS column_name, s.performed_on AS value, 'after completed_on {0}' AS message, t.completed_on AS detail
FROM touched AS k
JOIN treatments AS t ON t.treatment_id = k.treatment_id
JOIN sessions AS s ON s.treatment_id = t.treatment_id
WHERE s.performed_on > t.completed_on
ORDER BY s.session_id;
