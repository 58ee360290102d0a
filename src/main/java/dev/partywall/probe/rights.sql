-- What the current user may do to each of these relations, column by column.
SELECT c.oid,
       has_table_privilege(c.oid, 'DELETE'),
       has_table_privilege(c.oid, 'TRUNCATE'),
       coalesce(string_agg(a.attnum::text, ',') FILTER (WHERE has_column_privilege(c.oid, a.attnum, 'SELECT')), ''),
       coalesce(string_agg(a.attnum::text, ',') FILTER (WHERE has_column_privilege(c.oid, a.attnum, 'INSERT')), ''),
       coalesce(string_agg(a.attnum::text, ',') FILTER (WHERE has_column_privilege(c.oid, a.attnum, 'UPDATE')), '')
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.oid IN (SELECT jsonb_array_elements_text(CAST(? AS jsonb))::oid)
  AND has_schema_privilege(c.relnamespace, 'USAGE')
GROUP BY c.oid
