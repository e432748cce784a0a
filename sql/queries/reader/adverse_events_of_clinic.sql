-- Adverse events. Grain: one event. Population: those of the treatments of the clinic's clients. Missing: resolved_on is NULL while it lasts, or where unknown.
SELECT e.event_id, e.treatment_id, e.occurred_on, e.kind, e.severity, e.resolved_on
FROM clients AS c
JOIN treatments AS t ON t.client_id = c.client_id
JOIN adverse_events AS e ON e.treatment_id = t.treatment_id
WHERE c.clinic_id = @clinic
ORDER BY e.event_id;
