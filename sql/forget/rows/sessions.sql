-- A client's rows of sessions go. Grain: one row of sessions. Population: those of @client. Missing: none.
DELETE FROM sessions
WHERE treatment_id IN (SELECT treatment_id FROM treatments WHERE client_id = @client);
