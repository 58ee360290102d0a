-- Every sequence outside the system schemas and the extensions, with the column that owns it.
SELECT n.nspname, c.relname, c.relowner, owned.refobjid, owned.refobjsubid,
       (SELECT string_agg(concat_ws(' ', a.grantee, a.grantor, a.privilege_type, a.is_grantable), ',')
        FROM aclexplode(coalesce(c.relacl, acldefault('s', c.relowner))) a)
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_depend owned ON owned.classid = 'pg_class'::regclass AND owned.objid = c.oid
                         AND owned.refclassid = 'pg_class'::regclass AND owned.deptype IN ('a', 'i')
                         AND owned.refobjsubid > 0
WHERE c.relkind = 'S'
  AND c.relpersistence <> 't'
  AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
  AND NOT EXISTS (SELECT FROM pg_depend d
                  WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
ORDER BY n.nspname, c.relname
