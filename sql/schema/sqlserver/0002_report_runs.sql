-- One row a run of a report. practitioner is '' where the report is the clinic's; period is yyyy-MM. Times are UTC.
CREATE TABLE report_runs (
    run_id          bigint IDENTITY(1, 1) NOT NULL PRIMARY KEY,
    report          nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    clinic          nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    practitioner    nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    period          nchar(7) COLLATE Latin1_General_100_BIN2 NOT NULL CHECK (len(period) = 7),
    revision        int NOT NULL CHECK (revision >= 1),
    state           nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed')),
    attempt         int NOT NULL DEFAULT 0,
    stage           nvarchar(200) NULL,
    progress        float NULL,
    error           nvarchar(max) NULL,
    lease_owner     nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
    lease_until     datetime2(3) NULL,
    heartbeat_at    datetime2(3) NULL,
    not_before      datetime2(3) NULL,
    queued_at       datetime2(3) NOT NULL,
    started_at      datetime2(3) NULL,
    finished_at     datetime2(3) NULL,
    fingerprint     nvarchar(200) NULL,
    definition_hash nvarchar(200) NULL,
    product_version nvarchar(64) NULL,
    UNIQUE (report, clinic, practitioner, period, revision)
);

CREATE INDEX ix_report_runs_state ON report_runs (state, queued_at);
