-- Ids of clients. Grain: one client. Population: all. Missing: none, the id is required.
SELECT client_id
FROM clients;
