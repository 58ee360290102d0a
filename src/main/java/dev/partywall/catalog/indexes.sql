-- The indexes of every relation; key expressions only where there are any.
SELECT i.indrelid, x.relname, m.amname, i.indisunique, i.indisprimary, i.indisvalid, i.indnkeyatts, i.indkey,
       CASE WHEN i.indexprs IS NOT NULL THEN
         (SELECT json_agg(pg_get_indexdef(i.indexrelid, k, true) ORDER BY k)
          FROM generate_series(1, i.indnkeyatts::int) AS k) END,
       pg_get_expr(i.indpred, i.indrelid),
       pg_get_indexdef(i.indexrelid)
FROM pg_index i
JOIN pg_class x ON x.oid = i.indexrelid
JOIN pg_am m ON m.oid = x.relam
JOIN pg_class c ON c.oid = i.indrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'm')
  AND c.relpersistence <> 't'
  AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
ORDER BY i.indrelid, x.relname
