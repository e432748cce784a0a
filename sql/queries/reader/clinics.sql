-- Clinics. Grain: one clinic. Population: @clinic, or all. Missing: none, every column is required.
-- @clinic: a clinic_id, or NULL for all clinics.
SELECT clinic_id, name, time_zone, currency
FROM clinics
WHERE @clinic IS NULL OR clinic_id = @clinic
ORDER BY clinic_id;
