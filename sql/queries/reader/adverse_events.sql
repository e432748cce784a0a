-- Adverse events. Grain: one event. Population: all. Missing: resolved_on is NULL while it lasts, or where unknown.
SELECT event_id, treatment_id, occurred_on, kind, severity, resolved_on
FROM adverse_events
ORDER BY event_id;
