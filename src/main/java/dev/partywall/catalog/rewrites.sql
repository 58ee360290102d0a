-- Rules made by CREATE RULE, as against those that make views.
SELECT r.ev_class, r.rulename, r.ev_type, r.is_instead, r.ev_enabled IN ('O', 'A'), pg_get_ruledef(r.oid)
FROM pg_rewrite r
JOIN pg_class c ON c.oid = r.ev_class
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE r.rulename <> '_RETURN'
  AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
ORDER BY r.ev_class, r.rulename
