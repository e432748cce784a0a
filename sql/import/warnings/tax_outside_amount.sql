-- Tax that is not part of the amount. Grain: one payment. Population: the payments just stored; of refunds the amount is below 0, and so is the tax.
-- Missing: none, both are required. Values are shown as the file has them.
SELECT payment_id AS id, 'tax' AS column_name, tax_written AS value, 'not between 0 and the amount {0}' AS message, amount_written AS detail
FROM staged
WHERE (amount >= 0 AND (tax < 0 OR tax > amount)) OR (amount < 0 AND (tax > 0 OR tax < amount))
ORDER BY payment_id;
