-- Contrast readings. Grain: one reading. Population: those of the treatments of the clinic's clients. Missing: none, every column is required.
-- @clinic: a clinic_id, or NULL for all clinics.
SELECT assessment_id, treatment_id, assessed_on, method, contrast
FROM assessments
WHERE @clinic IS NULL OR treatment_id IN (
    SELECT t.treatment_id FROM clients AS c JOIN treatments AS t ON t.client_id = c.client_id WHERE c.clinic_id = @clinic)
ORDER BY assessment_id;
