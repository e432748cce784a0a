-- Ids of a client's rows of surveys. Grain: one row of surveys. Population: those of @client. Missing: none.
SELECT survey_id
FROM surveys
WHERE treatment_id IN (SELECT treatment_id FROM treatments WHERE client_id = @client);
