-- Treatments. Grain: one treatment. Population: all. Missing: NULL where it has not happened or is unknown.
SELECT treatment_id, client_id, practitioner_id, technique_id, started_on, completed_on, follow_up_ended_on, end_reason
FROM treatments
ORDER BY treatment_id;
