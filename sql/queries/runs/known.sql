-- Which reports the ledger has, whatever their state. Grain: one report of one month. Population: months from @Since (yyyy-MM) on. Missing: none.
SELECT DISTINCT report, clinic, practitioner, period
FROM report_runs
WHERE period >= @Since;
