-- Adverse events. Grain: one event. Population: those of the treatments of the clinic's clients. Missing: resolved_on is NULL while it lasts, or where unknown.
-- @clinic: a clinic_id, or NULL for all clinics.
SELECT event_id, treatment_id, occurred_on, kind, severity, resolved_on
FROM adverse_events
WHERE @clinic IS NULL OR treatment_id IN (
    SELECT t.treatment_id FROM clients AS c JOIN treatments AS t ON t.client_id = c.client_id WHERE c.clinic_id = @clinic)
ORDER BY event_id;
