-- What ALTER ROLE SET and ALTER DATABASE SET say for this database; a value whose name says secret stays on the server.
SELECT s.setrole,
       s.setdatabase <> 0,
       split_part(setting, '=', 1),
       CASE WHEN split_part(setting, '=', 1) ~* '(secret|passw|token|credential|_key|\.key)' THEN '(hidden)'
            ELSE substr(setting, strpos(setting, '=') + 1) END
FROM pg_db_role_setting s
CROSS JOIN LATERAL unnest(s.setconfig) AS setting
WHERE s.setdatabase IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))
ORDER BY s.setrole, s.setdatabase, setting
