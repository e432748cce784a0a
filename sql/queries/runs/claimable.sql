-- What may be claimed, the longest waiting first. Grain: one run. Population: queued and due, or running under an expired lease.
SELECT run_id
FROM report_runs
WHERE (state = 'queued' AND (not_before IS NULL OR not_before <= @Now))
    OR (state = 'running' AND lease_until <= @Now)
ORDER BY queued_at, run_id
LIMIT 1;
