-- The time zone of a treatment's clinic, which is its client's. Grain: one treatment. Population: @id. Missing: no row where there is no such treatment.
SELECT k.time_zone
FROM treatments AS t
JOIN clients AS c ON c.client_id = t.client_id
JOIN clinics AS k ON k.clinic_id = c.clinic_id
WHERE t.treatment_id = @id;
