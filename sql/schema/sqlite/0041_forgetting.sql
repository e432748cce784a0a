-- That a client was forgotten, when and in which clinic; not who. One row a forgetting.
CREATE TABLE forgettings (
    forgetting_id INTEGER PRIMARY KEY AUTOINCREMENT,
    clinic_id     TEXT NOT NULL,
    forgotten_at  TEXT NOT NULL
);

-- Published revisions that showed a client who was forgotten since: to be made anew and their files removed. One row a run.
CREATE TABLE revisions_to_remove (
    run_id INTEGER NOT NULL PRIMARY KEY REFERENCES report_runs (run_id) ON DELETE CASCADE
);
