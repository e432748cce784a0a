-- Payments with what they belong to, amounts as stored. Grain: one payment. Population: those of the clinic in the currency, from @from to before @until.
-- Missing: NULL where a payment belongs to no treatment or touch-up. The treatment is the payment's, else its touch-up's; the practitioner is the touch-up's, else the treatment's.
SELECT p.payment_id, p.paid_on, t.client_id, t.treatment_id, p.touch_up_id, p.kind, p.method, t.technique_id, COALESCE(u.practitioner_id, t.practitioner_id), p.amount, p.tax
FROM payments AS p
LEFT JOIN touch_ups AS u ON u.touch_up_id = p.touch_up_id
LEFT JOIN treatments AS t ON t.treatment_id = COALESCE(p.treatment_id, u.treatment_id)
WHERE p.clinic_id = @clinic AND p.currency = @currency AND p.paid_on >= @from AND p.paid_on < @until
ORDER BY p.paid_on, p.payment_id;
