-- A client's rows of clients go. Grain: one row of clients. Population: those of @client. Missing: none.
DELETE FROM clients
WHERE client_id = @client;
