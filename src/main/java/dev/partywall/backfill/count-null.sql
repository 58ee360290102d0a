-- Counts the rows without a tenant.
SELECT count(*)
FROM {table} AS t
WHERE {column} IS NULL
