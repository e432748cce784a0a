-- A gap of more than 90 days between sessions. Grain: one session, the later. Population: completed sessions of touched treatments. Missing: none.
WITH steps AS (
    SELECT s.session_id, s.performed_on,
        LAG(s.performed_on) OVER (PARTITION BY s.treatment_id ORDER BY s.performed_on, s.session_id) AS performed_before
    FROM touched AS k
    JOIN sessions AS s ON s.treatment_id = k.treatment_id
    WHERE s.status = 'completed'
)
SELECT session_id AS id, 'performed_on' AS column_name, performed_on AS value,
    '{0} days after the session before' AS message, DATEDIFF(day, performed_before, performed_on) AS detail
FROM steps
WHERE DATEDIFF(day, performed_before, performed_on) > 90 -- days
ORDER BY session_id;
