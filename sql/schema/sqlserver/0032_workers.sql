-- One row a worker that is at work, with its latest sign of life. Times are UTC.
CREATE TABLE workers (
    worker     nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    started_at datetime2(3) NOT NULL,
    beat_at    datetime2(3) NOT NULL
);
