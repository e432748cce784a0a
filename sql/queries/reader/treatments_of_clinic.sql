-- Treatments. Grain: one treatment. Population: those of the clinic's clients. Missing: NULL where it has not happened or is unknown.
SELECT t.treatment_id, t.client_id, t.practitioner_id, t.technique_id, t.started_on, t.completed_on, t.follow_up_ended_on, t.end_reason
FROM clients AS c
JOIN treatments AS t ON t.client_id = c.client_id
WHERE c.clinic_id = @clinic
ORDER BY t.treatment_id;
