-- Claims one delivery; no row changed means that another worker was first. Grain: one delivery. Each claim is an attempt.
UPDATE report_deliveries
SET attempt = attempt + 1,
    lease_owner = @Owner,
    lease_until = @Until
WHERE delivery_id = @DeliveryId AND state = 'pending' AND next_attempt_at <= @Now
    AND (lease_until IS NULL OR lease_until <= @Now);
