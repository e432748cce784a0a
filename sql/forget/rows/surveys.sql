-- A client's rows of surveys go. Grain: one row of surveys. Population: those of @client. Missing: none.
DELETE FROM surveys
WHERE treatment_id IN (SELECT treatment_id FROM treatments WHERE client_id = @client);
