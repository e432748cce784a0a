-- How many earlier revisions of the same report a recipient has got. Grain: one row. Population: sent, of a revision before that of @DeliveryId, to the same target and recipient.
SELECT COUNT(*)
FROM report_delivery_rows AS earlier
JOIN report_delivery_rows AS later
    ON later.Report = earlier.Report AND later.Clinic = earlier.Clinic AND later.Practitioner = earlier.Practitioner AND later.Period = earlier.Period
    AND later.Target = earlier.Target AND later.Recipient = earlier.Recipient AND later.Revision > earlier.Revision
WHERE later.DeliveryId = @DeliveryId AND earlier.State = 'sent';
