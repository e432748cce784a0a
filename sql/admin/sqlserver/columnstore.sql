-- Advice for very large databases: where a table has more than ten million rows, the statement that adds a columnstore index for what reads all of it
-- (metrics and reports of all clinics). It changes nothing: an administrator decides, and runs the statements. Reads of one clinic go on through the ordinary
-- indexes; imports become a little slower. SQL Server and Azure SQL only.
DECLARE @many bigint = 10000000; -- rows

WITH advised (name, columns) AS (
    SELECT N'sessions', N'treatment_id, session_no, performed_on, practitioner_id, pigment_id, status, duration_min'
    UNION ALL SELECT N'touch_ups', N'treatment_id, performed_on, practitioner_id, reason, pigment_id, under_warranty'
    UNION ALL SELECT N'assessments', N'treatment_id, assessed_on, method, contrast'
    UNION ALL SELECT N'surveys', N'treatment_id, sent_on, responded_on, satisfaction, recommend, natural_look, expectation_met'
    UNION ALL SELECT N'payments', N'clinic_id, treatment_id, touch_up_id, kind, paid_on, amount, tax, currency'
),
sized AS (
    SELECT t.object_id, a.name, a.columns, SUM(p.rows) AS rows
    FROM advised AS a
    JOIN sys.tables AS t ON t.name = a.name AND t.schema_id = SCHEMA_ID()
    JOIN sys.partitions AS p ON p.object_id = t.object_id AND p.index_id IN (0, 1)
    GROUP BY t.object_id, a.name, a.columns
)
SELECT s.name AS table_name, s.rows,
    CASE WHEN EXISTS (SELECT 1 FROM sys.indexes AS i WHERE i.object_id = s.object_id AND i.type IN (5, 6)) THEN N'has a columnstore index'
        WHEN s.rows <= @many THEN N'not worth it'
        ELSE CONCAT(N'CREATE NONCLUSTERED COLUMNSTORE INDEX cs_', s.name, N' ON ', s.name, N' (', s.columns, N');')
    END AS advice
FROM sized AS s
ORDER BY s.name;
