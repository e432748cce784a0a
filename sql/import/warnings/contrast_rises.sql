-- Contrast that rises by more than a quarter from one reading to the next. Grain: one reading, the later. Population: touched treatments that are completed;
-- readings of one method within one epoch (no touch-up from the earlier one's day to before the later one's; a reading on a touch-up's day belongs to the epoch before).
-- Missing: readings before completed_on belong to no epoch and are left out.
WITH steps AS (
    SELECT a.assessment_id, a.treatment_id, a.assessed_on, a.contrast,
        LAG(a.assessed_on) OVER (PARTITION BY a.treatment_id, a.method ORDER BY a.assessed_on, a.assessment_id) AS assessed_before,
        LAG(a.contrast) OVER (PARTITION BY a.treatment_id, a.method ORDER BY a.assessed_on, a.assessment_id) AS contrast_before
    FROM touched AS k
    JOIN treatments AS t ON t.treatment_id = k.treatment_id
    JOIN assessments AS a ON a.treatment_id = t.treatment_id
    WHERE a.assessed_on >= t.completed_on
)
SELECT s.assessment_id AS id, 'contrast' AS column_name, s.contrast AS value,
    'rises by more than 25 % within an epoch, from {0}' AS message, s.contrast_before AS detail
FROM steps AS s
WHERE s.contrast > 1.25 * s.contrast_before -- share
    AND NOT EXISTS (SELECT 1 FROM touch_ups AS u WHERE u.treatment_id = s.treatment_id AND u.performed_on >= s.assessed_before AND u.performed_on < s.assessed_on)
ORDER BY s.assessment_id;
