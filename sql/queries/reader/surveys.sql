-- Surveys. Grain: one survey sent. Population: those of the treatments of the clinic's clients. Missing: NULL where the client did not answer.
-- @clinic: a clinic_id, or NULL for all clinics.
SELECT survey_id, treatment_id, sent_on, responded_on, satisfaction, recommend, natural_look, expectation_met
FROM surveys
WHERE @clinic IS NULL OR treatment_id IN (
    SELECT t.treatment_id FROM clients AS c JOIN treatments AS t ON t.client_id = c.client_id WHERE c.clinic_id = @clinic)
ORDER BY survey_id;
