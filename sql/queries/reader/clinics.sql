-- Clinics. Grain: one clinic. Population: all. Missing: none, every column is required.
SELECT clinic_id, name, time_zone, currency
FROM clinics
ORDER BY clinic_id;
