-- Takes the tenant back from rows that are still as their batch left them.
WITH given AS MATERIALIZED (
  SELECT {typed}, g.nr
  FROM unnest({arrays}) WITH ORDINALITY AS g ({bare}, nr)
),
undone AS (
  UPDATE {table} AS u
  SET {column} = NULL
  FROM given AS g
  WHERE {matches} AND u.{column}::text = {tenant} AND u.xmin::text = {xmin}
  RETURNING g.nr, u.{column} IS NULL AS missing
)
SELECT pg_current_xact_id()::text,
       CASE
         WHEN NOT d.missing THEN 'REWRITTEN'
         WHEN d.missing THEN 'UNDONE'
         WHEN NOT EXISTS (SELECT FROM {table} AS u WHERE {matches}) THEN 'GONE'
         WHEN EXISTS (SELECT FROM {table} AS u WHERE {matches} AND u.{column}::text = {tenant} AND u.xmin::text = {xmin})
           THEN 'KEPT'
         WHEN EXISTS (SELECT FROM {table} AS u WHERE {matches} AND u.{column}::text = {tenant}) THEN 'CHANGED'
         ELSE 'OTHER_TENANT'
       END
FROM given AS g
LEFT JOIN undone AS d USING (nr)
ORDER BY g.nr
