-- Every row security policy, with the columns, relations and functions its expressions depend on.
SELECT p.polrelid, p.polname, p.polcmd, p.polpermissive, p.polroles,
       pg_get_expr(p.polqual, p.polrelid),
       pg_get_expr(p.polwithcheck, p.polrelid),
       d.columns, d.relations, d.relation_columns, d.functions
FROM pg_policy p
-- One index lookup each: a join would be planned badly where the catalogue was never analysed.
CROSS JOIN LATERAL (
  SELECT string_agg(DISTINCT d.refobjsubid::text, ',')
           FILTER (WHERE d.refclassid = 'pg_class'::regclass AND d.refobjid = p.polrelid AND d.refobjsubid > 0) AS columns,
         string_agg(DISTINCT d.refobjid::text, ',')
           FILTER (WHERE d.refclassid = 'pg_class'::regclass AND d.refobjid <> p.polrelid) AS relations,
         string_agg(DISTINCT d.refobjid || ' ' || d.refobjsubid, ',')
           FILTER (WHERE d.refclassid = 'pg_class'::regclass AND d.refobjid <> p.polrelid AND d.refobjsubid > 0)
           AS relation_columns,
         string_agg(DISTINCT d.refobjid::text, ',') FILTER (WHERE d.refclassid = 'pg_proc'::regclass) AS functions
  FROM pg_depend d
  WHERE d.classid = 'pg_policy'::regclass AND d.objid = p.oid
) d
ORDER BY p.polrelid, p.polname
