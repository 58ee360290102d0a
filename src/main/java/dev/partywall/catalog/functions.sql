-- Every function and procedure outside the system schemas and the extensions.
SELECT p.oid, n.nspname, p.proname, pg_get_function_identity_arguments(p.oid), p.prokind, l.lanname, p.proowner,
       p.prosecdef, p.provolatile, p.proleakproof, to_json(p.proconfig),
       CASE WHEN l.lanname NOT IN ('c', 'internal') THEN coalesce(pg_get_function_sqlbody(p.oid), p.prosrc) END,
       pg_get_function_result(p.oid),
       (SELECT string_agg(concat_ws(' ', a.grantee, a.grantor, a.privilege_type, a.is_grantable), ',')
        FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a)
FROM pg_proc p
JOIN pg_namespace n ON n.oid = p.pronamespace
JOIN pg_language l ON l.oid = p.prolang
WHERE n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
  AND NOT EXISTS (SELECT FROM pg_depend d
                  WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
ORDER BY n.nspname, p.proname, p.oid
