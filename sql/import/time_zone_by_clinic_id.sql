-- The clinic's time zone. Grain: one clinic. Population: @id. Missing: no row where there is no such clinic.
SELECT time_zone FROM clinics WHERE clinic_id = @id;
