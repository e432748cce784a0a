-- Sessions. Grain: one session. Population: those of the treatments of the clinic's clients. Missing: NULL where unknown.
-- @clinic: a clinic_id, or NULL for all clinics.
SELECT session_id, treatment_id, session_no, performed_on, practitioner_id, pigment_id, status, duration_min
FROM sessions
WHERE @clinic IS NULL OR treatment_id IN (
    SELECT t.treatment_id FROM clients AS c JOIN treatments AS t ON t.client_id = c.client_id WHERE c.clinic_id = @clinic)
ORDER BY session_id;
