-- Gives the next rows without a tenant the tenant they are to have, and says what became of them.
WITH picked AS MATERIALIZED (
  SELECT t.*, {named}
  FROM {table} AS t
  WHERE t.{column} IS NULL AND {which}
  ORDER BY {order}
  LIMIT {limit}
  FOR {strength} OF t {held}
),
answered AS MATERIALIZED (
  SELECT {names}, a.agreement, a.tenant, a.agreement = 'ASSIGNABLE' AND a.tenant = ANY ({tenants}) AS wanted
  FROM picked AS t
  CROSS JOIN LATERAL ({answer}) AS a
),
changed AS (
  UPDATE {table} AS u
  SET {column} = w.tenant::{type}
  FROM answered AS w
  WHERE w.wanted AND {matches} AND u.{column} IS NULL
  RETURNING {wnames}, {journalled}, u.{column}::text AS tenant, u.{column} IS NOT DISTINCT FROM w.tenant::{type} AS planned
)
SELECT CASE WHEN c.planned THEN 'SET' ELSE 'REWRITTEN' END, NULL, c.tenant, pg_current_xact_id()::text, count(*), NULL, {journalkeys}
FROM changed AS c
GROUP BY c.planned, c.tenant
UNION ALL
SELECT 'LEFT', w.agreement, NULL, NULL, count(*), NULL, {nokeys}
FROM answered AS w
WHERE w.wanted IS NOT TRUE
GROUP BY w.agreement
UNION ALL
SELECT 'KEPT', NULL, NULL, NULL, count(*), NULL, {keys}
FROM answered AS w
WHERE w.wanted
  AND (SELECT count(*) FROM changed) < (SELECT count(*) FROM answered AS a WHERE a.wanted)
  AND NOT EXISTS (SELECT FROM changed AS c WHERE {same})
HAVING count(*) > 0
UNION ALL
SELECT 'LAST', NULL, NULL, NULL, (SELECT count(*) FROM picked), NULL, {texts}
FROM (SELECT {names} FROM picked AS t ORDER BY {backwards} LIMIT 1) AS w
