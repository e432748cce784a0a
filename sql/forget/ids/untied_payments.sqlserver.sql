-- Ids of payments that only their own id ties to a client: a column map ends it so, where a consultation was paid for.
-- Grain: one payment. Population: those of @clinic without treatment and touch-up whose id ends with @client's end, and not with the longer one of another client of the clinic. Missing: none.
-- The client's id is read from its row, so that lengths are counted in the same collation.
SELECT p.payment_id
FROM payments AS p
JOIN clients AS c ON c.client_id = @client AND RIGHT(p.payment_id, LEN(N'-' + c.client_id + N'-p')) = N'-' + c.client_id + N'-p'
WHERE p.clinic_id = @clinic AND p.treatment_id IS NULL AND p.touch_up_id IS NULL
    AND NOT EXISTS (
        SELECT 1
        FROM clients AS o
        WHERE o.clinic_id = @clinic AND LEN(o.client_id) > LEN(c.client_id)
            AND RIGHT(p.payment_id, LEN(N'-' + o.client_id + N'-p')) = N'-' + o.client_id + N'-p');
