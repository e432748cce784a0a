-- Payments, amounts in ten-thousandths. Grain: one payment. Population: those of the clinic. Missing: NULL where a payment belongs to no treatment or touch-up.
-- @clinic: a clinic_id, or NULL for all clinics.
SELECT payment_id, clinic_id, treatment_id, touch_up_id, kind, paid_on, amount, tax, currency, method
FROM payments
WHERE @clinic IS NULL OR clinic_id = @clinic
ORDER BY payment_id;
