-- Ends a delivery as sent. Grain: one delivery. Population: the one in the owner's hand, also if it was superseded meanwhile.
UPDATE report_deliveries
SET state = 'sent',
    error = NULL,
    lease_owner = NULL,
    lease_until = NULL,
    sent_at = @Now
WHERE delivery_id = @DeliveryId AND lease_owner = @Owner AND state IN ('pending', 'superseded');
