-- The oldest delivery that may be claimed. Grain: one row. Population: pending, due, in nobody's hand or under an expired lease.
-- Missing: NULL where there is none.
SELECT MIN(delivery_id)
FROM report_deliveries
WHERE state = 'pending' AND next_attempt_at <= @Now
    AND (lease_until IS NULL OR lease_until <= @Now);
