-- What imports that were stopped have left of a client in the staging tables goes. Grain: one staged row. Population: rows of @client, stored or only staged.
-- Missing: payments for no treatment, which name nobody; they go with the rest of the import, a day later at most.
DELETE FROM staged_sessions
WHERE treatment_id IN (SELECT t.treatment_id FROM treatments AS t WHERE t.client_id = @client UNION SELECT s.treatment_id FROM staged_treatments AS s WHERE s.client_id = @client);
DELETE FROM staged_touch_ups
WHERE treatment_id IN (SELECT t.treatment_id FROM treatments AS t WHERE t.client_id = @client UNION SELECT s.treatment_id FROM staged_treatments AS s WHERE s.client_id = @client);
DELETE FROM staged_assessments
WHERE treatment_id IN (SELECT t.treatment_id FROM treatments AS t WHERE t.client_id = @client UNION SELECT s.treatment_id FROM staged_treatments AS s WHERE s.client_id = @client);
DELETE FROM staged_surveys
WHERE treatment_id IN (SELECT t.treatment_id FROM treatments AS t WHERE t.client_id = @client UNION SELECT s.treatment_id FROM staged_treatments AS s WHERE s.client_id = @client);
DELETE FROM staged_aftercare_checks
WHERE treatment_id IN (SELECT t.treatment_id FROM treatments AS t WHERE t.client_id = @client UNION SELECT s.treatment_id FROM staged_treatments AS s WHERE s.client_id = @client);
DELETE FROM staged_adverse_events
WHERE treatment_id IN (SELECT t.treatment_id FROM treatments AS t WHERE t.client_id = @client UNION SELECT s.treatment_id FROM staged_treatments AS s WHERE s.client_id = @client);
DELETE FROM staged_payments
WHERE treatment_id IN (SELECT t.treatment_id FROM treatments AS t WHERE t.client_id = @client UNION SELECT s.treatment_id FROM staged_treatments AS s WHERE s.client_id = @client);
DELETE FROM import_touched
WHERE treatment_id IN (SELECT t.treatment_id FROM treatments AS t WHERE t.client_id = @client UNION SELECT s.treatment_id FROM staged_treatments AS s WHERE s.client_id = @client);
UPDATE import_rejected
SET value = '', row_id = NULL
WHERE row_id = @client OR value = @client;
DELETE FROM staged_treatments
WHERE client_id = @client;
DELETE FROM staged_clients
WHERE client_id = @client;
