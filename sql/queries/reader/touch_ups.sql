-- Touch-ups. Grain: one touch-up. Population: those of the treatments of the clinic's clients. Missing: NULL where unknown.
-- @clinic: a clinic_id, or NULL for all clinics.
SELECT touch_up_id, treatment_id, performed_on, practitioner_id, reason, pigment_id, under_warranty
FROM touch_ups
WHERE @clinic IS NULL OR treatment_id IN (
    SELECT t.treatment_id FROM clients AS c JOIN treatments AS t ON t.client_id = c.client_id WHERE c.clinic_id = @clinic)
ORDER BY touch_up_id;
