-- Ends a run as done. Grain: one run. Population: the owner's own running run.
UPDATE report_runs
SET state = 'done',
    stage = NULL,
    progress = NULL,
    error = NULL,
    lease_owner = NULL,
    lease_until = NULL,
    finished_at = @Now,
    fingerprint = @Fingerprint,
    definition_hash = @DefinitionHash,
    product_version = @Version
WHERE run_id = @RunId AND lease_owner = @Owner AND state = 'running';
