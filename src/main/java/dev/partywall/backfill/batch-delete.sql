-- Deletes the next rows without a tenant, and gives back a copy of each.
WITH picked AS MATERIALIZED (
  SELECT {named}
  FROM {table} AS t
  WHERE t.{column} IS NULL AND {which}
  ORDER BY {order}
  LIMIT {limit}
  FOR UPDATE OF t {held}
),
gone AS (
  DELETE FROM {table} AS u
  USING picked AS w
  WHERE {matches} AND u.{column} IS NULL
  RETURNING {wnames}, (u.*)::text AS copy
)
SELECT 'DELETED', NULL, NULL, pg_current_xact_id()::text, count(*), json_agg(c.copy)::text, {gonekeys}
FROM gone AS c
HAVING count(*) > 0
UNION ALL
SELECT 'KEPT', NULL, NULL, NULL, count(*), NULL, {keys}
FROM picked AS w
WHERE (SELECT count(*) FROM gone) < (SELECT count(*) FROM picked)
  AND NOT EXISTS (SELECT FROM gone AS c WHERE {same})
HAVING count(*) > 0
UNION ALL
SELECT 'LAST', NULL, NULL, NULL, (SELECT count(*) FROM picked), NULL, {texts}
FROM (SELECT {names} FROM picked AS t ORDER BY {backwards} LIMIT 1) AS w
