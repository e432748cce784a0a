-- One row a worker that is at work, with its latest sign of life. Times are UTC, TEXT yyyy-MM-ddTHH:mm:ss.fffZ.
CREATE TABLE workers (
    worker     TEXT NOT NULL PRIMARY KEY,
    started_at TEXT NOT NULL,
    beat_at    TEXT NOT NULL
) WITHOUT ROWID;
