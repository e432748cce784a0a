-- One delivery. Grain: one delivery. Population: @DeliveryId.
SELECT *
FROM report_delivery_rows
WHERE DeliveryId = @DeliveryId;
