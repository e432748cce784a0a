-- Ends a delivery as failed, or lets it wait for another attempt at @RetryAt. Grain: one delivery. Population: the one in the owner's hand.
UPDATE report_deliveries
SET state = CASE WHEN state = 'superseded' THEN 'superseded' WHEN @RetryAt IS NULL THEN 'failed' ELSE 'pending' END,
    error = @Error,
    lease_owner = NULL,
    lease_until = NULL,
    next_attempt_at = COALESCE(@RetryAt, next_attempt_at)
WHERE delivery_id = @DeliveryId AND lease_owner = @Owner AND state IN ('pending', 'superseded');
