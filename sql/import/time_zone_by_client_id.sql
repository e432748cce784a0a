-- The time zone of a client's clinic. Grain: one client. Population: @id. Missing: no row where there is no such client.
SELECT k.time_zone
FROM clients AS c
JOIN clinics AS k ON k.clinic_id = c.clinic_id
WHERE c.client_id = @id;
