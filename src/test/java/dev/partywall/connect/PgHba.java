package dev.partywall.connect;

import dev.partywall.testing.TestDatabase;

/** Writes lines at the top of the server's pg_hba.conf, through the server, and waits until they hold. */
final class PgHba {
    private PgHba() {}

    static void prepend(TestDatabase database, String lines) {
        database.execute("""
                DO $do$
                DECLARE
                  file text := current_setting('hba_file');
                  whole text := pg_read_file(current_setting('hba_file'));
                BEGIN
                  IF strpos(whole, $lines$%1$s$lines$) = 0 THEN
                    CREATE TEMP TABLE hba ON COMMIT DROP AS
                      SELECT line FROM regexp_split_to_table($lines$%1$s$lines$ || whole, E'\\n') AS line;
                    EXECUTE format('COPY hba TO PROGRAM %%L', 'cat > ' || file);
                    PERFORM pg_reload_conf();
                  END IF;
                END $do$;
                """.formatted(lines));
        // A connection made from now on is judged by the new lines once the postmaster has read them.
        String unread =
                "SELECT 1 / (pg_conf_load_time() >= (pg_stat_file(current_setting('hba_file'))).modification)::int";
        for (boolean read = false; !read; ) {
            try {
                database.execute(unread);
                read = true;
            } catch (IllegalStateException notYet) {
                Thread.onSpinWait();
            }
        }
    }
}
