-- Says how far the slowest replica is behind, and how many other sessions are at work; NULL for what this role may not see.
SELECT (SELECT max(CASE WHEN r.state IS NULL THEN NULL
                        ELSE pg_wal_lsn_diff(CASE WHEN pg_is_in_recovery() THEN pg_last_wal_receive_lsn()
                                                  ELSE pg_current_wal_lsn() END,
                                             coalesce(r.replay_lsn, r.flush_lsn, r.write_lsn, r.sent_lsn)) END)::bigint
        FROM pg_catalog.pg_stat_replication AS r),
       (SELECT count(*) FROM pg_catalog.pg_stat_replication AS r),
       (SELECT count(*)
        FROM pg_catalog.pg_stat_activity AS a
        WHERE a.backend_type = 'client backend' AND a.state = 'active' AND a.pid <> pg_backend_pid()),
       pg_has_role(current_user, 'pg_read_all_stats', 'USAGE')
