-- Payments, amounts as stored. Grain: one payment. Population: those of the clinic. Missing: NULL where a payment belongs to no treatment or touch-up.
SELECT payment_id, clinic_id, treatment_id, touch_up_id, kind, paid_on, amount, tax, currency, method
FROM payments
WHERE clinic_id = @clinic
ORDER BY payment_id;
