-- A payment that only its own id ties to a client goes. Grain: one payment. Population: @id. Missing: none.
DELETE FROM payments
WHERE payment_id = @id;
