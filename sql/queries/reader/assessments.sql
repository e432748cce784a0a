-- Contrast readings. Grain: one reading. Population: all. Missing: none, every column is required.
SELECT assessment_id, treatment_id, assessed_on, method, contrast
FROM assessments
ORDER BY assessment_id;
