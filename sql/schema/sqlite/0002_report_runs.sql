-- One row a run of a report. practitioner is '' where the report is the clinic's; period is yyyy-MM.
-- Times are UTC, TEXT yyyy-MM-ddTHH:mm:ss.fffZ, so that text order is time order.
CREATE TABLE report_runs (
    run_id          INTEGER PRIMARY KEY AUTOINCREMENT,
    report          TEXT NOT NULL,
    clinic          TEXT NOT NULL,
    practitioner    TEXT NOT NULL,
    period          TEXT NOT NULL CHECK (length(period) = 7),
    revision        INTEGER NOT NULL CHECK (revision >= 1),
    state           TEXT NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed')),
    attempt         INTEGER NOT NULL DEFAULT 0,
    stage           TEXT NULL,
    progress        REAL NULL,
    error           TEXT NULL,
    lease_owner     TEXT NULL,
    lease_until     TEXT NULL,
    heartbeat_at    TEXT NULL,
    not_before      TEXT NULL,
    queued_at       TEXT NOT NULL,
    started_at      TEXT NULL,
    finished_at     TEXT NULL,
    fingerprint     TEXT NULL,
    definition_hash TEXT NULL,
    product_version TEXT NULL,
    UNIQUE (report, clinic, practitioner, period, revision)
);

CREATE INDEX ix_report_runs_state ON report_runs (state, queued_at);
