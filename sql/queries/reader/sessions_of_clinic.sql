-- Sessions. Grain: one session. Population: those of the treatments of the clinic's clients. Missing: NULL where unknown.
SELECT s.session_id, s.treatment_id, s.session_no, s.performed_on, s.practitioner_id, s.pigment_id, s.status, s.duration_min
FROM clients AS c
JOIN treatments AS t ON t.client_id = c.client_id
JOIN sessions AS s ON s.treatment_id = t.treatment_id
WHERE c.clinic_id = @clinic
ORDER BY s.session_id;
