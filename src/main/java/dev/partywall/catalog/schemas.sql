-- Every schema but those of the system.
SELECT n.oid, n.nspname, n.nspowner,
       (SELECT string_agg(concat_ws(' ', a.grantee, a.grantor, a.privilege_type, a.is_grantable), ',')
        FROM aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) a)
FROM pg_namespace n
WHERE n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
ORDER BY n.nspname
