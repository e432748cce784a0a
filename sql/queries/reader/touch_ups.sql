-- Touch-ups. Grain: one touch-up. Population: all. Missing: NULL where unknown.
SELECT touch_up_id, treatment_id, performed_on, practitioner_id, reason, pigment_id, under_warranty
FROM touch_ups
ORDER BY touch_up_id;
