-- Practitioners by name. Grain: one practitioner. Population: all. Missing: none, every column is required.
SELECT practitioner_id, clinic_id, name
FROM practitioners
ORDER BY practitioner_id;
