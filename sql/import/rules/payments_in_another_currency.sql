-- A payment in a currency that is not its clinic's. Grain: one rejected row. Population: staged rows. Missing: none, both currencies are required.
SELECT s.line, 'currency' AS column_name, s.currency AS value, CONCAT('the clinic''s currency is ', c.currency) AS reason
FROM staged AS s
JOIN clinics AS c ON c.clinic_id = s.clinic_id
WHERE s.currency <> c.currency
