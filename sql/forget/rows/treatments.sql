-- A client's rows of treatments go. Grain: one row of treatments. Population: those of @client. Missing: none.
DELETE FROM treatments
WHERE client_id = @client;
