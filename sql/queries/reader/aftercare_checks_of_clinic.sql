-- Aftercare checks. Grain: one check. Population: those of the treatments of the clinic's clients. Missing: NULL where not asked.
SELECT k.check_id, k.treatment_id, k.checked_on, k.avoided_swimming, k.avoided_steam, k.avoided_exercise, k.uses_sunscreen, k.moisturises
FROM clients AS c
JOIN treatments AS t ON t.client_id = c.client_id
JOIN aftercare_checks AS k ON k.treatment_id = t.treatment_id
WHERE c.clinic_id = @clinic
ORDER BY k.check_id;
