-- Triggers that people made; those behind foreign keys are left out.
SELECT t.tgrelid, t.tgname, t.tgfoid, t.tgtype, t.tgenabled IN ('O', 'A'), pg_get_triggerdef(t.oid)
FROM pg_trigger t
JOIN pg_class c ON c.oid = t.tgrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE NOT t.tgisinternal
  AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
ORDER BY t.tgrelid, t.tgname
