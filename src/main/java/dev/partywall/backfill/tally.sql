-- Counts the rows without a tenant by whose they would become.
SELECT a.agreement, CASE WHEN a.agreement = 'ASSIGNABLE' THEN a.tenant END, count(*)
FROM {table} AS t
CROSS JOIN LATERAL ({answer}) AS a
WHERE t.{column} IS NULL
GROUP BY 1, 2
