-- Aftercare checks. Grain: one check. Population: all. Missing: NULL where not asked.
SELECT check_id, treatment_id, checked_on, avoided_swimming, avoided_steam, avoided_exercise, uses_sunscreen, moisturises
FROM aftercare_checks
ORDER BY check_id;
