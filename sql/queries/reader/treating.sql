-- Who treats whose clients. Grain: one practitioner in one clinic. Population: practitioners of treatments of the clinics' clients, visitors too. Missing: none.
SELECT DISTINCT c.clinic_id, t.practitioner_id
FROM treatments AS t
JOIN clients AS c ON c.client_id = t.client_id
ORDER BY c.clinic_id, t.practitioner_id;
