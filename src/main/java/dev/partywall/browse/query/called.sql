-- Functions by name or by operator, of every schema, with what decides whether a query may call them.
SELECT p.proname,
       n.nspname,
       p.provolatile,
       l.lanname,
       coalesce(pg_get_function_sqlbody(p.oid), p.prosrc),
       coalesce(p.proconfig::text, ''),
       coalesce((SELECT string_agg(f.proname, ',')
                   FROM pg_catalog.pg_aggregate AS a
                   JOIN pg_catalog.pg_proc AS f ON f.oid IN (a.aggtransfn, a.aggfinalfn, a.aggcombinefn, a.aggmtransfn, a.aggmfinalfn)
                  WHERE a.aggfnoid = p.oid), '')
  FROM pg_catalog.pg_proc AS p
  JOIN pg_catalog.pg_namespace AS n ON n.oid = p.pronamespace
  JOIN pg_catalog.pg_language AS l ON l.oid = p.prolang
 WHERE p.proname = ANY (?::text::text[])
    OR n.nspname <> 'pg_catalog'
       AND (EXISTS (SELECT FROM pg_catalog.pg_operator AS o WHERE o.oprcode = p.oid AND o.oprname = ANY (?::text::text[]))
            OR EXISTS (SELECT FROM pg_catalog.pg_cast AS c WHERE c.castfunc = p.oid))
