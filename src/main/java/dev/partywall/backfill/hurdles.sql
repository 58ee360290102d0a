-- Says what of a table's storage, partitioning, rules and publications matters to an update of one column.
WITH leaf AS (
  SELECT l.oid, l.relreplident
  FROM pg_catalog.pg_class AS l
  WHERE l.oid = ?::oid
     OR l.oid IN (SELECT t.relid FROM pg_catalog.pg_partition_tree(?::oid) AS t WHERE t.isleaf)
),
anonymous AS (
  SELECT p.pubname, p.pubupdate, p.pubdelete
  FROM leaf AS l
  JOIN pg_catalog.pg_class AS c ON c.oid = l.oid AND c.relkind = 'r'
  JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
  JOIN pg_catalog.pg_publication_tables AS m
    ON (m.schemaname, m.tablename) IN (
         SELECT n.nspname, c.relname
         UNION ALL
         SELECT an.nspname, ac.relname
         FROM pg_catalog.pg_partition_ancestors(l.oid) AS up
         JOIN pg_catalog.pg_class AS ac ON ac.oid = up.relid
         JOIN pg_catalog.pg_namespace AS an ON an.oid = ac.relnamespace)
  JOIN pg_catalog.pg_publication AS p USING (pubname)
  WHERE l.relreplident = 'n'
     OR (l.relreplident = 'd'
         AND NOT EXISTS (SELECT FROM pg_catalog.pg_index AS i WHERE i.indrelid = l.oid AND i.indisprimary))
     OR (l.relreplident = 'i'
         AND NOT EXISTS (SELECT FROM pg_catalog.pg_index AS i WHERE i.indrelid = l.oid AND i.indisreplident))
)
SELECT c.relpersistence = 'u',
       EXISTS (SELECT FROM pg_catalog.pg_partition_tree(c.oid) AS t
               JOIN pg_catalog.pg_partitioned_table AS p ON p.partrelid = t.relid
               JOIN pg_catalog.pg_attribute AS a
                 ON a.attrelid = t.relid AND a.attnum = ANY (string_to_array(p.partattrs::text, ' ')::int[])
               WHERE a.attname = ?),
       (SELECT string_agg(quote_ident(r.rulename), ', ' ORDER BY r.rulename)
        FROM pg_catalog.pg_rewrite AS r
        WHERE r.ev_class = c.oid AND r.ev_type IN ('2', '4') AND r.ev_enabled <> 'D'),
       (SELECT string_agg(DISTINCT quote_ident(a.pubname), ', ') FROM anonymous AS a WHERE a.pubupdate),
       (SELECT string_agg(DISTINCT quote_ident(a.pubname), ', ') FROM anonymous AS a WHERE a.pubdelete)
FROM pg_catalog.pg_class AS c
WHERE c.oid = ?::oid
