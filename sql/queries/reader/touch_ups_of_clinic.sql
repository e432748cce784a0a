-- Touch-ups. Grain: one touch-up. Population: those of the treatments of the clinic's clients. Missing: NULL where unknown.
SELECT u.touch_up_id, u.treatment_id, u.performed_on, u.practitioner_id, u.reason, u.pigment_id, u.under_warranty
FROM clients AS c
JOIN treatments AS t ON t.client_id = c.client_id
JOIN touch_ups AS u ON u.treatment_id = t.treatment_id
WHERE c.clinic_id = @clinic
ORDER BY u.touch_up_id;
