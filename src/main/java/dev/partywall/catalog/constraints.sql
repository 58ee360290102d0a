-- Keys, checks and foreign keys; what a foreign key to a partitioned table repeats for each partition is left out.
SELECT k.conrelid, k.conname, k.contype, k.conkey, k.confrelid, k.confkey, k.confdeltype, k.confupdtype, k.convalidated,
       k.condeferrable, pg_get_constraintdef(k.oid)
FROM pg_constraint k
JOIN pg_class c ON c.oid = k.conrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_constraint parent ON parent.oid = k.conparentid
WHERE k.contype IN ('p', 'u', 'x', 'f', 'c', 'n')
  AND parent.conrelid IS DISTINCT FROM k.conrelid
  AND c.relpersistence <> 't'
  AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
ORDER BY k.conrelid, k.conname
