-- Counts rows that reference a row of another tenant.
SELECT count(*)
FROM {table} AS t
JOIN {parent} AS p ON {condition}
WHERE t.{column} IS NOT NULL
  AND p.{tenant} IS NOT NULL
  AND t.{column}::text <> p.{tenant}::text
  AND NOT EXISTS (SELECT FROM {parent} AS p WHERE {condition} AND p.{tenant}::text = t.{column}::text)
