-- Claims one run; no row changed means that another worker was first. Grain: one run.
-- Taking over from a worker whose lease expired is not an attempt.
UPDATE report_runs
SET state = 'running',
    attempt = attempt + CASE state WHEN 'queued' THEN 1 ELSE 0 END,
    stage = NULL,
    progress = NULL,
    lease_owner = @Owner,
    lease_until = @Until,
    heartbeat_at = @Now,
    started_at = COALESCE(started_at, @Now)
WHERE run_id = @RunId
    AND ((state = 'queued' AND (not_before IS NULL OR not_before <= @Now))
        OR (state = 'running' AND lease_until <= @Now));
