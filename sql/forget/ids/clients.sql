-- The client's own id. Grain: one client. Population: @client. Missing: none.
SELECT client_id
FROM clients
WHERE client_id = @client;
