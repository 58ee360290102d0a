-- Every view and materialized view: with whose rights it reads, and what.
SELECT c.oid,
       coalesce((SELECT o.option_value::boolean FROM pg_options_to_table(c.reloptions) o
                 WHERE o.option_name = 'security_invoker'), false),
       coalesce((SELECT o.option_value::boolean FROM pg_options_to_table(c.reloptions) o
                 WHERE o.option_name = 'security_barrier'), false),
       coalesce(c.reloptions && ARRAY['check_option=local', 'check_option=cascaded'], false),
       coalesce(pg_get_viewdef(c.oid, true), ''),
       pg_relation_is_updatable(c.oid, false),
       pg_relation_is_updatable(c.oid, true),
       d.relations, d.columns, d.functions
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
CROSS JOIN LATERAL (
  SELECT string_agg(DISTINCT d.refobjid::text, ',')
           FILTER (WHERE d.refclassid = 'pg_class'::regclass AND d.refobjid <> c.oid) AS relations,
         string_agg(DISTINCT d.refobjid || ' ' || d.refobjsubid, ',')
           FILTER (WHERE d.refclassid = 'pg_class'::regclass AND d.refobjid <> c.oid AND d.refobjsubid > 0) AS columns,
         string_agg(DISTINCT d.refobjid::text, ',') FILTER (WHERE d.refclassid = 'pg_proc'::regclass) AS functions
  FROM pg_rewrite r
  JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid
  WHERE r.ev_class = c.oid AND r.rulename = '_RETURN'
) d
WHERE c.relkind IN ('v', 'm')
  AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
ORDER BY c.oid
