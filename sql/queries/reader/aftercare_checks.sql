-- Aftercare checks. Grain: one check. Population: those of the treatments of the clinic's clients. Missing: NULL where not asked.
-- @clinic: a clinic_id, or NULL for all clinics.
SELECT check_id, treatment_id, checked_on, avoided_swimming, avoided_steam, avoided_exercise, uses_sunscreen, moisturises
FROM aftercare_checks
WHERE @clinic IS NULL OR treatment_id IN (
    SELECT t.treatment_id FROM clients AS c JOIN treatments AS t ON t.client_id = c.client_id WHERE c.clinic_id = @clinic)
ORDER BY check_id;
