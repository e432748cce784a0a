-- Runs in hand, and whose they are. Grain: one run. Population: running.
SELECT run_id, lease_owner
FROM report_runs
WHERE state = 'running' AND lease_owner IS NOT NULL;
