-- What the doctor wants to know of one side: the server, the connection, and what the role is in this database.
SELECT pg_catalog.current_setting('server_version_num'),
       pg_catalog.current_setting('server_version'),
       (SELECT d.oid FROM pg_catalog.pg_database AS d WHERE d.datname = pg_catalog.current_database()),
       pg_catalog.current_database(),
       coalesce((SELECT s.ssl FROM pg_catalog.pg_stat_ssl AS s WHERE s.pid = pg_catalog.pg_backend_pid()), false),
       pg_catalog.pg_is_in_recovery(),
       (SELECT count(*)
          FROM pg_catalog.pg_class AS c
         WHERE c.relrowsecurity AND NOT c.relforcerowsecurity
           AND pg_catalog.pg_has_role(c.relowner, 'USAGE')),
       (SELECT min(c.oid::regclass::text)
          FROM pg_catalog.pg_class AS c
         WHERE c.relrowsecurity AND NOT c.relforcerowsecurity
           AND pg_catalog.pg_has_role(c.relowner, 'USAGE')),
       (SELECT count(*)
          FROM pg_catalog.pg_class AS c
         WHERE c.relrowsecurity AND pg_catalog.row_security_active(c.oid)),
       (SELECT min(c.oid::regclass::text)
          FROM pg_catalog.pg_class AS c
         WHERE c.relrowsecurity AND pg_catalog.row_security_active(c.oid)),
       (SELECT count(*)
          FROM pg_catalog.pg_class AS c
         WHERE c.relrowsecurity
           AND NOT (pg_catalog.has_table_privilege(c.oid, 'SELECT')
                    AND pg_catalog.has_schema_privilege(c.relnamespace, 'USAGE'))),
       (SELECT min(r.rolname)
          FROM pg_catalog.pg_roles AS r
         WHERE (r.rolsuper OR r.rolbypassrls) AND r.rolname <> current_user
           AND pg_catalog.pg_has_role(r.oid, 'MEMBER'))
