-- Says whether rows of a batch bear its transaction, whether some of them have no tenant, and whether any is there.
WITH given AS MATERIALIZED (
  SELECT {typed}
  FROM unnest({arrays}) AS g ({bare})
)
SELECT count(*) FILTER (WHERE u.xmin::text = {xmin}) > 0,
       count(*) FILTER (WHERE u.{column} IS NULL) > 0,
       count(*) > 0
FROM given AS g
JOIN {table} AS u ON {matches}
