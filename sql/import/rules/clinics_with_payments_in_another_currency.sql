-- A clinic whose currency changes while payments in the old one are stored. Grain: one rejected row, naming the earliest such payment.
-- Population: staged rows that change a stored clinic's currency. Missing: none, both currencies are required.
-- Payments cannot go first, each must be in its clinic's stored currency: hence the new data folder.
SELECT s.line, 'currency' AS column_name, s.currency AS value,
    CONCAT('payment ', p.payment_id, ' is stored in ', p.currency, '; to change the currency of a clinic with payments, import all its files into a new data folder') AS reason
FROM staged AS s
JOIN clinics AS c ON c.clinic_id = s.clinic_id
JOIN payments AS p ON p.payment_id = (
    SELECT e.payment_id
    FROM payments AS e
    WHERE e.clinic_id = s.clinic_id AND e.currency <> s.currency
    ORDER BY e.paid_on, e.payment_id
    LIMIT 1)
WHERE s.currency <> c.currency
