-- Ids of a client's rows of touch_ups. Grain: one row of touch_ups. Population: those of @client. Missing: none.
SELECT touch_up_id
FROM touch_ups
WHERE treatment_id IN (SELECT treatment_id FROM treatments WHERE client_id = @client);
