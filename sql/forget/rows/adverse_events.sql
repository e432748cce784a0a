-- A client's rows of adverse_events go. Grain: one row of adverse_events. Population: those of @client. Missing: none.
DELETE FROM adverse_events
WHERE treatment_id IN (SELECT treatment_id FROM treatments WHERE client_id = @client);
