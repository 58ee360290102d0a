-- Counts the rows of each tenant, and those of none.
SELECT {column}::text, count(*)
FROM {table} AS t {sample}
GROUP BY 1
