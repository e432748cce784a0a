-- Practitioners. Grain: one practitioner. Population: those of the clinic, and visitors from another clinic who worked on its clients. Missing: none.
WITH treated AS (
    SELECT t.treatment_id, t.practitioner_id
    FROM clients AS c
    JOIN treatments AS t ON t.client_id = c.client_id
    WHERE c.clinic_id = @clinic
),
worked AS (
    SELECT practitioner_id FROM treated
    UNION
    SELECT s.practitioner_id FROM treated AS t JOIN sessions AS s ON s.treatment_id = t.treatment_id
    UNION
    SELECT u.practitioner_id FROM treated AS t JOIN touch_ups AS u ON u.treatment_id = t.treatment_id
)
SELECT practitioner_id, clinic_id, name
FROM practitioners
WHERE clinic_id = @clinic OR practitioner_id IN (SELECT practitioner_id FROM worked)
ORDER BY practitioner_id;
