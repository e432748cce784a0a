-- A treatment whose start moves past a session that is stored. Grain: one rejected row, naming the earliest such session.
-- Population: staged rows that move a stored treatment's started_on later. Missing: none, both dates are required.
SELECT s.line, 'started_on' AS column_name, s.started_on AS value,
    CONCAT('session ', p.session_id, ' of ', p.performed_on, ' is before it; if that changed, import sessions.csv first, then this row again') AS reason
FROM staged AS s
JOIN treatments AS t ON t.treatment_id = s.treatment_id
JOIN sessions AS p ON p.session_id = (
    SELECT TOP (1) e.session_id
    FROM sessions AS e
    WHERE e.treatment_id = s.treatment_id AND e.performed_on < s.started_on
    ORDER BY e.performed_on, e.session_id)
WHERE s.started_on > t.started_on
