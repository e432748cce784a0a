-- Runs as the program reads them: every column under the name it has there.
CREATE VIEW report_run_rows AS
SELECT
    run_id AS RunId,
    report AS Report,
    clinic AS Clinic,
    practitioner AS Practitioner,
    period AS Period,
    revision AS Revision,
    state AS State,
    attempt AS Attempt,
    stage AS Stage,
    progress AS Progress,
    error AS Error,
    lease_owner AS LeaseOwner,
    lease_until AS LeaseUntil,
    heartbeat_at AS HeartbeatAt,
    not_before AS NotBefore,
    queued_at AS QueuedAt,
    started_at AS StartedAt,
    finished_at AS FinishedAt,
    fingerprint AS Fingerprint,
    definition_hash AS DefinitionHash,
    product_version AS ProductVersion
FROM report_runs;
