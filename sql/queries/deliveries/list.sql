-- Every delivery. Grain: one delivery. Population: all.
SELECT *
FROM report_delivery_rows
ORDER BY DeliveryId;
