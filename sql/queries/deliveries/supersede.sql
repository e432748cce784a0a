-- What was not delivered of earlier revisions no longer is: their recipients get the new one. Grain: one delivery.
-- Population: pending or failed, of revisions before run @RunId of the same key. One that a worker has in hand may still end as sent.
UPDATE report_deliveries
SET state = 'superseded'
WHERE state IN ('pending', 'failed')
    AND run_id IN (
        SELECT earlier.run_id
        FROM report_runs AS earlier
        JOIN report_runs AS later
            ON later.report = earlier.report AND later.clinic = earlier.clinic AND later.practitioner = earlier.practitioner
            AND later.period = earlier.period AND later.revision > earlier.revision
        WHERE later.run_id = @RunId);
