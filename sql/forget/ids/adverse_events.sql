-- Ids of a client's rows of adverse_events. Grain: one row of adverse_events. Population: those of @client. Missing: none.
SELECT event_id
FROM adverse_events
WHERE treatment_id IN (SELECT treatment_id FROM treatments WHERE client_id = @client);
