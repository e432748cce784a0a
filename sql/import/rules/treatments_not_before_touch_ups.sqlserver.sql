-- A treatment whose completion is taken away, or moves to or past a touch-up that is stored. Grain: one rejected row, naming the earliest such touch-up.
-- Population: staged rows that empty a stored treatment's completed_on or move it later. Missing: a treatment that is not completed has no touch-up.
SELECT s.line, 'completed_on' AS column_name, CONCAT(s.completed_on, '') AS value,
    CONCAT('touch-up ', u.touch_up_id, ' of ', u.performed_on,
        CASE WHEN s.completed_on IS NULL THEN ' cannot be without it' ELSE ' is not after it' END,
        '; if that changed, import touch_ups.csv first, then this row again') AS reason
FROM staged AS s
JOIN treatments AS t ON t.treatment_id = s.treatment_id
JOIN touch_ups AS u ON u.touch_up_id = (
    SELECT TOP (1) e.touch_up_id
    FROM touch_ups AS e
    WHERE e.treatment_id = s.treatment_id AND e.performed_on <= COALESCE(s.completed_on, e.performed_on)
    ORDER BY e.performed_on, e.touch_up_id)
WHERE t.completed_on IS NOT NULL AND (s.completed_on IS NULL OR s.completed_on > t.completed_on)
