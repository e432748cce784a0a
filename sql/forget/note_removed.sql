-- Says in the ledger that a revision's files are gone. Grain: one run. Population: @runId. Missing: none.
UPDATE report_runs
SET stage = 'files removed'
WHERE run_id = @runId;
