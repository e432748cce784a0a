-- A treatment whose start moves past an assessment that is stored. Grain: one rejected row, naming the earliest such assessment.
-- Population: staged rows that move a stored treatment's started_on later. Missing: none, both dates are required.
SELECT s.line, 'started_on' AS column_name, s.started_on AS value,
    CONCAT('assessment ', a.assessment_id, ' of ', a.assessed_on, ' is before it; if that changed, import assessments.csv first, then this row again') AS reason
FROM staged AS s
JOIN treatments AS t ON t.treatment_id = s.treatment_id
JOIN assessments AS a ON a.assessment_id = (
    SELECT e.assessment_id
    FROM assessments AS e
    WHERE e.treatment_id = s.treatment_id AND e.assessed_on < s.started_on
    ORDER BY e.assessed_on, e.assessment_id
    LIMIT 1)
WHERE s.started_on > t.started_on
