-- Brings deleted rows back, where there is no such row by now.
WITH given AS MATERIALIZED (
  SELECT g.copy, g.copy::{rowtype} AS whole, g.nr
  FROM unnest({copies}) WITH ORDINALITY AS g (copy, nr)
),
wanted AS MATERIALIZED (
  SELECT g.copy, g.whole, g.nr
  FROM given AS g
  WHERE NOT EXISTS (SELECT FROM {table} AS u WHERE {taken})
),
back AS (
  INSERT INTO {into} AS u ({columns})
  OVERRIDING SYSTEM VALUE
  SELECT {values} FROM wanted AS g
  RETURNING (u.*)::text AS copy
)
SELECT pg_current_xact_id()::text,
       CASE
         WHEN w.nr IS NULL THEN 'EXISTS'
         WHEN EXISTS (SELECT FROM back AS b WHERE b.copy = g.copy) THEN 'UNDONE'
         ELSE 'REWRITTEN'
       END
FROM given AS g
LEFT JOIN wanted AS w USING (nr)
ORDER BY g.nr
