-- A treatment whose start moves past an adverse event that is stored. Grain: one rejected row, naming the earliest such adverse event.
-- Population: staged rows that move a stored treatment's started_on later. Missing: none, both dates are required.
SELECT s.line, 'started_on' AS column_name, s.started_on AS value,
    CONCAT('adverse event ', v.event_id, ' of ', v.occurred_on, ' is before it; if that changed, import adverse_events.csv first, then this row again') AS reason
FROM staged AS s
JOIN treatments AS t ON t.treatment_id = s.treatment_id
JOIN adverse_events AS v ON v.event_id = (
    SELECT e.event_id
    FROM adverse_events AS e
    WHERE e.treatment_id = s.treatment_id AND e.occurred_on < s.started_on
    ORDER BY e.occurred_on, e.event_id
    LIMIT 1)
WHERE s.started_on > t.started_on
