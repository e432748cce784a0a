-- Treatments. Grain: one treatment. Population: those of the clinic's clients. Missing: NULL where it has not happened or is unknown.
-- @clinic: a clinic_id, or NULL for all clinics.
SELECT treatment_id, client_id, practitioner_id, technique_id, started_on, completed_on, follow_up_ended_on, end_reason
FROM treatments
WHERE @clinic IS NULL OR client_id IN (SELECT client_id FROM clients WHERE clinic_id = @clinic)
ORDER BY treatment_id;
