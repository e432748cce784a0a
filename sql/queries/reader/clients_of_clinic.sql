-- Clients. Grain: one client. Population: those of the clinic. Missing: NULL where unknown.
SELECT client_id, clinic_id, birth_year, sex, skin_type, skin_oiliness, sun_exposure, uses_sunscreen, smoker
FROM clients
WHERE clinic_id = @clinic
ORDER BY client_id;
