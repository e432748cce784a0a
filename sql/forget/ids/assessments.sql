-- Ids of a client's rows of assessments. Grain: one row of assessments. Population: those of @client. Missing: none.
SELECT assessment_id
FROM assessments
WHERE treatment_id IN (SELECT treatment_id FROM treatments WHERE client_id = @client);
