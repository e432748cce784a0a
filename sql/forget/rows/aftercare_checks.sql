-- A client's rows of aftercare_checks go. Grain: one row of aftercare_checks. Population: those of @client. Missing: none.
DELETE FROM aftercare_checks
WHERE treatment_id IN (SELECT treatment_id FROM treatments WHERE client_id = @client);
