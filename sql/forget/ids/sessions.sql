-- Ids of a client's rows of sessions. Grain: one row of sessions. Population: those of @client. Missing: none.
SELECT session_id
FROM sessions
WHERE treatment_id IN (SELECT treatment_id FROM treatments WHERE client_id = @client);
