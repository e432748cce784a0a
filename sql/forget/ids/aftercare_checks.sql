-- Ids of a client's rows of aftercare_checks. Grain: one row of aftercare_checks. Population: those of @client. Missing: none.
SELECT check_id
FROM aftercare_checks
WHERE treatment_id IN (SELECT treatment_id FROM treatments WHERE client_id = @client);
