-- Pigments. Grain: one pigment. Population: all. Missing: none of these columns.
SELECT pigment_id, brand, shade
FROM pigments
ORDER BY pigment_id;
