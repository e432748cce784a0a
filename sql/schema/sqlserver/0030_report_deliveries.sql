-- One row a revision, target and recipient: where a report is to go and what became of that. target names one entry of the definition's deliver list;
-- recipient is what a person may read (an address, a folder, a web server's name). token is the message's own id: the same at every attempt. Times are UTC.
CREATE TABLE report_deliveries (
    delivery_id     bigint IDENTITY(1, 1) NOT NULL PRIMARY KEY,
    run_id          bigint NOT NULL REFERENCES report_runs (run_id),
    kind            nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL CHECK (kind IN ('folder', 'email', 'webhook')),
    target          nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    recipient       nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL,
    token           nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    state           nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL CHECK (state IN ('pending', 'sent', 'failed', 'superseded')),
    attempt         int NOT NULL DEFAULT 0,
    error           nvarchar(max) NULL,
    lease_owner     nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
    lease_until     datetime2(3) NULL,
    next_attempt_at datetime2(3) NOT NULL,
    queued_at       datetime2(3) NOT NULL,
    sent_at         datetime2(3) NULL,
    UNIQUE (run_id, target, recipient)
);

CREATE INDEX ix_report_deliveries_state ON report_deliveries (state, next_attempt_at);
