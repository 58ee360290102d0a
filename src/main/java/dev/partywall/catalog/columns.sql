-- The columns of every relation, with the type behind a domain.
WITH RECURSIVE domain (oid, base) AS (
  SELECT t.oid, t.typbasetype FROM pg_type t WHERE t.typtype = 'd'
  UNION ALL
  SELECT d.oid, t.typbasetype FROM domain d JOIN pg_type t ON t.oid = d.base AND t.typtype = 'd'
), plain (oid, base) AS (
  SELECT d.oid, d.base FROM domain d JOIN pg_type t ON t.oid = d.base AND t.typtype <> 'd'
)
SELECT a.attrelid, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod), format_type(coalesce(p.base, a.atttypid), NULL), a.attnotnull,
       pg_get_expr(d.adbin, d.adrelid), a.attidentity <> '', a.attgenerated <> '',
       CASE WHEN a.attacl IS NOT NULL THEN
         (SELECT string_agg(concat_ws(' ', g.grantee, g.grantor, g.privilege_type, g.is_grantable), ',')
          FROM aclexplode(a.attacl) g) END
FROM pg_attribute a
JOIN pg_class c ON c.oid = a.attrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN plain p ON p.oid = a.atttypid
LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
WHERE a.attnum > 0
  AND NOT a.attisdropped
  AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
  AND c.relpersistence <> 't'
  AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
ORDER BY a.attrelid, a.attnum
