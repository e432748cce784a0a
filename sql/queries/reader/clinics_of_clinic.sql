-- Clinics. Grain: one clinic. Population: the clinic. Missing: none, every column is required.
SELECT clinic_id, name, time_zone, currency
FROM clinics
WHERE clinic_id = @clinic
ORDER BY clinic_id;
