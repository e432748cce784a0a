-- Views of the clinic's own database that rows are read from. One row a table of the contract that has such a view.
-- changed_to: the highest changed_at read; whole_at: when the view was last read whole; buckets: its rows' fingerprint, NULL where the next reading must be whole.
CREATE TABLE adopted_views (
    table_name nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    view_rows  bigint NOT NULL,
    rejected   bigint NOT NULL,
    changed_to nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
    whole_at   datetime2(3) NOT NULL,
    buckets    varbinary(max) NULL
);

-- Whose database it is, when it was last read to the end, and why not since. One row, or none where nothing is adopted.
CREATE TABLE adoption (
    adoption_id int NOT NULL PRIMARY KEY CHECK (adoption_id = 1),
    source      nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
    read_at     datetime2(3) NULL,
    error       nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL
);

-- Rows of a view have no line by which a person finds them, but an id.
ALTER TABLE import_rejected ADD row_id nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL;
