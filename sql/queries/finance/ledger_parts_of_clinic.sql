-- What a ledger holds, and what was received before it, amounts as stored. Grain: one currency and clinic. Population: payments of the clinic before @until. Missing: none.
-- @from: the first day. @until: the day after the last.
SELECT
    currency,
    clinic_id,
    SUM(CASE WHEN paid_on < @from THEN amount ELSE 0 END) AS opening,
    SUM(CASE WHEN paid_on >= @from THEN amount ELSE 0 END) AS received,
    SUM(CASE WHEN paid_on < @from THEN 0 ELSE 1 END) AS payments
FROM payments
WHERE paid_on < @until AND clinic_id = @clinic
GROUP BY currency, clinic_id
ORDER BY currency, clinic_id;
