-- Contrast readings. Grain: one reading. Population: those of the treatments of the clinic's clients. Missing: none, every column is required.
SELECT a.assessment_id, a.treatment_id, a.assessed_on, a.method, a.contrast
FROM clients AS c
JOIN treatments AS t ON t.client_id = c.client_id
JOIN assessments AS a ON a.treatment_id = t.treatment_id
WHERE c.clinic_id = @clinic
ORDER BY a.assessment_id;
