-- Practitioners. Grain: one practitioner. Population: all. Missing: none.
SELECT practitioner_id, clinic_id, name
FROM practitioners
ORDER BY practitioner_id;
