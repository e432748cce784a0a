-- A client's rows of assessments go. Grain: one row of assessments. Population: those of @client. Missing: none.
DELETE FROM assessments
WHERE treatment_id IN (SELECT treatment_id FROM treatments WHERE client_id = @client);
