-- A touch-up not after its treatment was completed. Grain: one rejected row. Population: staged rows.
-- Missing: a treatment that is not completed has no touch-up. On the day of completion is too early: pigment added then is part of the treatment.
SELECT s.line, 'performed_on' AS column_name, s.performed_on AS value,
    CASE WHEN t.completed_on IS NULL THEN 'the treatment has no completed_on' ELSE CONCAT('not after completed_on ', t.completed_on) END AS reason
FROM staged AS s
JOIN treatments AS t ON t.treatment_id = s.treatment_id
WHERE t.completed_on IS NULL OR s.performed_on <= t.completed_on
