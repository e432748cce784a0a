-- Views of the clinic's own database that rows are read from. One row a table of the contract that has such a view.
-- changed_to: the highest changed_at read; whole_at: when the view was last read whole; buckets: its rows' fingerprint, NULL where the next reading must be whole.
CREATE TABLE adopted_views (
    table_name TEXT NOT NULL PRIMARY KEY,
    view_rows  INTEGER NOT NULL,
    rejected   INTEGER NOT NULL,
    changed_to TEXT NULL,
    whole_at   TEXT NOT NULL,
    buckets    BLOB NULL
);

-- Whose database it is, when it was last read to the end, and why not since. One row, or none where nothing is adopted.
CREATE TABLE adoption (
    adoption_id INTEGER NOT NULL PRIMARY KEY CHECK (adoption_id = 1),
    source      TEXT NOT NULL,
    read_at     TEXT NULL,
    error       TEXT NULL
);
