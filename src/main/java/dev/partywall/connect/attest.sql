-- Who the server says we are in this transaction, once its settings are applied, and whether row security applies to us on one relation.
SELECT /* settings applied */
       session_user,
       current_user,
       me.rolsuper,
       me.rolbypassrls,
       pg_catalog.current_setting('transaction_read_only'),
       pg_catalog.pg_backend_pid(),
       pg_catalog.row_security_active(?::text)
       /* settings read back */
  FROM pg_catalog.pg_roles AS me
 WHERE me.rolname = current_user
