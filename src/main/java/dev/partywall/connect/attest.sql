-- Who the server says we are in this transaction, and whether row security applies to us on one relation.
SELECT session_user,
       current_user,
       me.rolsuper,
       me.rolbypassrls,
       pg_catalog.current_setting('transaction_read_only'),
       pg_catalog.pg_backend_pid(),
       pg_catalog.row_security_active(?::text)
  FROM pg_catalog.pg_roles AS me
 WHERE me.rolname = current_user
