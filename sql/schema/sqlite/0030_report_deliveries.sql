-- One row a revision, target and recipient: where a report is to go and what became of that. target names one entry of the definition's deliver list;
-- recipient is what a person may read (an address, a folder, a web server's name). token is the message's own id: the same at every attempt.
-- Times are UTC, TEXT yyyy-MM-ddTHH:mm:ss.fffZ, so that text order is time order.
CREATE TABLE report_deliveries (
    delivery_id     INTEGER PRIMARY KEY AUTOINCREMENT,
    run_id          INTEGER NOT NULL REFERENCES report_runs (run_id),
    kind            TEXT NOT NULL CHECK (kind IN ('folder', 'email', 'webhook')),
    target          TEXT NOT NULL,
    recipient       TEXT NOT NULL,
    token           TEXT NOT NULL,
    state           TEXT NOT NULL CHECK (state IN ('pending', 'sent', 'failed', 'superseded')),
    attempt         INTEGER NOT NULL DEFAULT 0,
    error           TEXT NULL,
    lease_owner     TEXT NULL,
    lease_until     TEXT NULL,
    next_attempt_at TEXT NOT NULL,
    queued_at       TEXT NOT NULL,
    sent_at         TEXT NULL,
    UNIQUE (run_id, target, recipient)
);

CREATE INDEX ix_report_deliveries_state ON report_deliveries (state, next_attempt_at);
