-- Contrast that rises by more than a quarter from one reading to the next. Grain: one reading, the later. Population: touched treatments that are completed;
-- readings of one method within one epoch (after the same number of touch-up days; a reading on a touch-up's day belongs to the epoch before).
-- Missing: readings before completed_on belong to no epoch and are left out.
WITH readings AS (
    SELECT a.assessment_id, a.treatment_id, a.method, a.assessed_on, a.contrast,
        (SELECT COUNT(DISTINCT u.performed_on) FROM touch_ups AS u WHERE u.treatment_id = a.treatment_id AND u.performed_on < a.assessed_on) AS epoch
    FROM touched AS k
    JOIN treatments AS t ON t.treatment_id = k.treatment_id
    JOIN assessments AS a ON a.treatment_id = t.treatment_id
    WHERE a.assessed_on >= t.completed_on
),
steps AS (
    SELECT assessment_id, contrast,
        LAG(contrast) OVER (PARTITION BY treatment_id, method, epoch ORDER BY assessed_on, assessment_id) AS contrast_before
    FROM readings
)
SELECT assessment_id AS id, 'contrast' AS column_name, contrast AS value,
    'rises by more than 25 % within an epoch, from {0}' AS message, contrast_before AS detail
FROM steps
WHERE contrast > 1.25 * contrast_before -- share
ORDER BY assessment_id;
