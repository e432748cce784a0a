-- Ends a run as failed, or queues it for another attempt at @RetryAt. Grain: one run. Population: the owner's own running run.
UPDATE report_runs
SET state = CASE WHEN @RetryAt IS NULL THEN 'failed' ELSE 'queued' END,
    error = @Error,
    progress = NULL,
    lease_owner = NULL,
    lease_until = NULL,
    not_before = @RetryAt,
    finished_at = CASE WHEN @RetryAt IS NULL THEN @Now END
WHERE run_id = @RunId AND lease_owner = @Owner AND state = 'running';
