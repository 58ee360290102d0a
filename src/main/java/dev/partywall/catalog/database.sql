-- The database itself, its server and its extensions.
SELECT current_setting('server_version_num'),
       current_setting('server_version'),
       d.datname,
       pg_get_userbyid(d.datdba),
       extract(epoch FROM transaction_timestamp()),
       (SELECT string_agg(concat_ws(' ', a.grantee, a.grantor, a.privilege_type, a.is_grantable), ',')
        FROM aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a),
       (SELECT json_agg(e.extname ORDER BY e.extname) FROM pg_extension e)
FROM pg_database d
WHERE d.datname = current_database()
