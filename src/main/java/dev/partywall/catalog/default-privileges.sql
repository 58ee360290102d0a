-- What ALTER DEFAULT PRIVILEGES grants on objects yet to be made.
SELECT d.defaclrole, n.nspname, d.defaclobjtype,
       (SELECT string_agg(concat_ws(' ', a.grantee, a.grantor, a.privilege_type, a.is_grantable), ',')
        FROM aclexplode(d.defaclacl) a)
FROM pg_default_acl d
LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace
ORDER BY d.defaclrole, n.nspname, d.defaclobjtype
