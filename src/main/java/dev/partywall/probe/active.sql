-- Whether row security applies to the current user on each of these relations.
SELECT c.oid, pg_catalog.row_security_active(c.oid)
FROM pg_catalog.pg_class c
WHERE c.oid IN (SELECT jsonb_array_elements_text(CAST(? AS jsonb))::oid)
