-- Whose rows changed since reported months were last compared with them. One row a clinic, and one ('all') for all clinics together.
-- changes counts imports that changed something, compared is the count that was last looked at; not_before is UTC.
CREATE TABLE clinic_changes (
    clinic_id  nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
    changes    bigint NOT NULL,
    compared   bigint NOT NULL,
    not_before datetime2(3) NOT NULL
);

INSERT INTO clinic_changes (clinic_id, changes, compared, not_before)
SELECT clinic_id, 1, 0, '1970-01-01T00:00:00.000'
FROM clinics
UNION
SELECT 'all', 1, 0, '1970-01-01T00:00:00.000'
FROM clinics;

-- What is due is asked each minute, by the months it may be due for.
CREATE INDEX ix_report_runs_period ON report_runs (period, clinic);
