-- The clinic of a client. Grain: one client. Population: @client. Missing: no row where there is no such client.
SELECT clinic_id
FROM clients
WHERE client_id = @client;
