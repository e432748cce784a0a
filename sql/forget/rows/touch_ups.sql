-- A client's rows of touch_ups go. Grain: one row of touch_ups. Population: those of @client. Missing: none.
DELETE FROM touch_ups
WHERE treatment_id IN (SELECT treatment_id FROM treatments WHERE client_id = @client);
