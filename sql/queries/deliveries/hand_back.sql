-- Puts back a delivery that was stopped on purpose; that is no attempt. Grain: one delivery. Population: the one in the owner's hand.
UPDATE report_deliveries
SET attempt = attempt - 1,
    lease_owner = NULL,
    lease_until = NULL
WHERE delivery_id = @DeliveryId AND lease_owner = @Owner AND state IN ('pending', 'superseded');
