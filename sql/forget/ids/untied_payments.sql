-- Ids of payments that only their own id ties to a client: a column map ends it so, where a consultation was paid for.
-- Grain: one payment. Population: those of @clinic without treatment and touch-up whose id ends with @client's end, and not with the longer one of another client of the clinic. Missing: none.
SELECT p.payment_id
FROM payments AS p
WHERE p.clinic_id = @clinic AND p.treatment_id IS NULL AND p.touch_up_id IS NULL
    AND substr(p.payment_id, -length('-' || @client || '-p')) = '-' || @client || '-p'
    AND NOT EXISTS (
        SELECT 1
        FROM clients AS o
        WHERE o.clinic_id = @clinic AND length(o.client_id) > length(@client)
            AND substr(p.payment_id, -length('-' || o.client_id || '-p')) = '-' || o.client_id || '-p');
