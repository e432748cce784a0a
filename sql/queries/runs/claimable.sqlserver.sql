-- What may be claimed, the longest waiting first. Grain: one run. Population: queued and due, or running under an expired lease;
-- one run alone where its id is given.
SELECT TOP (1) run_id
FROM report_runs
WHERE ((state = 'queued' AND (not_before IS NULL OR not_before <= @Now))
        OR (state = 'running' AND lease_until <= @Now))
    AND (@RunId IS NULL OR run_id = @RunId)
ORDER BY queued_at, run_id;
