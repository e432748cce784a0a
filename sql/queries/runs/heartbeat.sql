-- Extends a lease. Grain: one run. Population: the owner's own running run.
UPDATE report_runs
SET lease_until = @Until, heartbeat_at = @Now
WHERE run_id = @RunId AND lease_owner = @Owner AND state = 'running';
