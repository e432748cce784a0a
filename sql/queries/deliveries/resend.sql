-- Asks anew for one delivery. Grain: one delivery. Population: ended, in nobody's hand.
-- One that was sent gets a new token, so that whoever receives it does not take it for the first; one that failed keeps its own, in case it had come through.
UPDATE report_deliveries
SET token = CASE WHEN state = 'sent' THEN @Token ELSE token END,
    state = 'pending',
    attempt = 0,
    error = NULL,
    lease_owner = NULL,
    lease_until = NULL,
    next_attempt_at = @Now,
    sent_at = NULL
WHERE delivery_id = @DeliveryId AND state <> 'pending'
    AND (lease_until IS NULL OR lease_until <= @Now);
