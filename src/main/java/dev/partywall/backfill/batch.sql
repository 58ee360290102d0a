-- Gives the next rows without a tenant the tenant they are to have, and says of each what became of it.
WITH picked AS MATERIALIZED (
  SELECT t.*, {named}
  FROM {table} AS t
  WHERE t.{column} IS NULL AND {which}
  ORDER BY {order}
  LIMIT {limit}
  FOR UPDATE OF t {held}
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
  RETURNING {wnames}, {newplace} AS place, u.{column}::text AS tenant
)
SELECT pg_current_xact_id()::text, w.agreement, w.wanted, c.tenant, c.place, {texts}
FROM answered AS w
LEFT JOIN changed AS c ON {same}
ORDER BY {worder}
