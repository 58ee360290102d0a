-- Every role of the cluster and its attributes; pg_roles may be read by everybody, pg_authid may not.
SELECT r.oid, r.rolname, r.rolsuper, r.rolbypassrls, r.rolcreaterole, r.rolcreatedb, r.rolcanlogin, r.rolinherit,
       r.rolreplication
FROM pg_roles r
ORDER BY r.rolname
