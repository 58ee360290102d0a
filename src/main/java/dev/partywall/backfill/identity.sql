-- Says which database of which cluster this is.
SELECT d.datname, c.system_identifier::text, d.oid::text, current_setting('server_version')
FROM pg_catalog.pg_database AS d
CROSS JOIN pg_catalog.pg_control_system() AS c
WHERE d.datname = current_database()
