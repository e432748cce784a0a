-- Ids of payments that a client's treatments and touch-ups lead to. Grain: one payment. Population: those of @client. Missing: none.
SELECT payment_id
FROM payments
WHERE treatment_id IN (SELECT treatment_id FROM treatments WHERE client_id = @client)
    OR touch_up_id IN (SELECT u.touch_up_id FROM touch_ups AS u JOIN treatments AS t ON t.treatment_id = u.treatment_id WHERE t.client_id = @client);
