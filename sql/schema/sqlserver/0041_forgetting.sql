-- That a client was forgotten, when and in which clinic; not who. One row a forgetting.
CREATE TABLE forgettings (
    forgetting_id bigint IDENTITY(1, 1) NOT NULL PRIMARY KEY,
    clinic_id     nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    forgotten_at  datetime2(3) NOT NULL
);

-- Published revisions that showed a client who was forgotten since: to be made anew and their files removed. One row a run.
CREATE TABLE revisions_to_remove (
    run_id bigint NOT NULL PRIMARY KEY REFERENCES report_runs (run_id) ON DELETE CASCADE
);
