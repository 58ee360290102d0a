-- Takes the tenant back from the rows of one batch that are still as the batch left them.
WITH given AS MATERIALIZED (
  SELECT {typed}, g.tenant
  FROM unnest({arrays}) AS g ({bare}, tenant)
),
undone AS (
  UPDATE {table} AS u
  SET {column} = NULL
  FROM given AS g
  WHERE {matches} AND u.{column}::text = g.tenant AND u.xmin::text = {xmin}
  RETURNING {names}
)
SELECT pg_current_xact_id()::text,
       CASE
         WHEN d.found THEN 'UNDONE'
         WHEN NOT EXISTS (SELECT FROM {table} AS u WHERE {matches}) THEN 'GONE'
         WHEN EXISTS (SELECT FROM {table} AS u WHERE {matches} AND u.{column}::text = g.tenant) THEN 'CHANGED'
         ELSE 'OTHER_TENANT'
       END,
       {texts}
FROM given AS g
LEFT JOIN (SELECT {bare}, true AS found FROM undone) AS d ON {same}
