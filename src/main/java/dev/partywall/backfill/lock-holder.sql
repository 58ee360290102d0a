-- Says which session holds an advisory lock.
SELECT l.pid::text, to_char(a.backend_start, 'YYYY-MM-DD HH24:MI:SS')
FROM (SELECT {lock}::bigint AS key) AS k
JOIN pg_catalog.pg_locks AS l
  ON l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
 AND l.classid::bigint = k.key >> 32 AND l.objid::bigint = k.key & 4294967295
 AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())
JOIN pg_catalog.pg_stat_activity AS a USING (pid)
