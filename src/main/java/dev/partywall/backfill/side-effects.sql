-- Counts which other columns change in some rows when their tenant is set: triggers and generated columns do that.
WITH picked AS MATERIALIZED (
  SELECT t.*, {named}, to_jsonb(t.*) AS "partywall was"
  FROM {table} AS t
  WHERE t.{column} IS NULL
  LIMIT 100
  FOR {strength} OF t SKIP LOCKED
),
answered AS MATERIALIZED (
  SELECT {names}, t."partywall was", a.tenant
  FROM picked AS t
  CROSS JOIN LATERAL ({answer}) AS a
  WHERE a.agreement = 'ASSIGNABLE' AND a.tenant = ANY ({tenants})
),
changed AS (
  UPDATE {table} AS u
  SET {column} = w.tenant::{type}
  FROM answered AS w
  WHERE {matches}
  RETURNING w."partywall was" AS was, to_jsonb(u.*) AS now
)
SELECT n.key, count(*), (SELECT count(*) FROM changed)
FROM changed AS c
CROSS JOIN LATERAL jsonb_each(c.now) AS n
WHERE n.value IS DISTINCT FROM c.was -> n.key
GROUP BY n.key
ORDER BY n.key
