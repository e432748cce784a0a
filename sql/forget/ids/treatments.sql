-- Ids of a client's treatments. Grain: one treatment. Population: @client. Missing: none.
SELECT treatment_id
FROM treatments
WHERE client_id = @client;
