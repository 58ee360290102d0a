package dev.partywall.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What a database holds, seen by its superuser: a hash of every table and the state of every sequence. Meanwhile another
 * session works: it writes to a table of its own, and touches rows of all others and undoes it.
 */
public final class Traces implements AutoCloseable {
    private static final String HASHES = """
            SELECT c.oid::regclass::text, (xpath('/row/h/text()', query_to_xml(format(
              'SELECT md5(coalesce(string_agg(md5(CAST(t AS text)), '''' ORDER BY md5(CAST(t AS text))), '''')) AS h FROM ONLY %s t',
              c.oid::regclass), false, true, '')))[1]::text
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast', 'partywall_busy')
            UNION ALL
            SELECT c.oid::regclass::text, (xpath('/row/h/text()', query_to_xml(format(
              'SELECT last_value || '' '' || is_called AS h FROM %s', c.oid::regclass), false, true, '')))[1]::text
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'S' AND n.nspname <> 'partywall_busy'
            """;

    private final Connection connection;
    private final Map<String, String> before;
    private final Busy busy;

    private Traces(Connection connection, Map<String, String> before, Busy busy) {
        this.connection = connection;
        this.before = before;
        this.busy = busy;
    }

    /** Takes the hashes and lets others work from here on. */
    public static Traces of(TestDatabase database) {
        try {
            String url = database.url() + "?user=postgres";
            database.execute(
                    "CREATE SCHEMA partywall_busy; CREATE TABLE partywall_busy.work (id serial, at timestamptz)");
            Connection connection = DriverManager.getConnection(url);
            Map<String, String> before = hashes(connection);
            return new Traces(connection, before, Busy.on(url));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> hashes(Connection connection) throws SQLException {
        Map<String, String> hashes = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(HASHES)) {
            while (result.next()) {
                hashes.put(result.getString(1), String.valueOf(result.getString(2)));
            }
        }
        return hashes;
    }

    /** How many tables and sequences are compared. */
    public int size() {
        return before.size();
    }

    /** Ends the others' work and compares. */
    public void assertUntouched() {
        try {
            busy.close();
            assertThat(busy.rounds()).isPositive();
            assertThat(hashes(connection)).isEqualTo(before);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            busy.close();
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another session at work. */
    private static final class Busy implements AutoCloseable {
        private final AtomicReference<Exception> broken = new AtomicReference<>();
        private volatile boolean ended;
        private volatile int rounds;
        private final Thread thread;

        private Busy(String url) {
            this.thread = Thread.ofVirtual().unstarted(() -> work(url));
        }

        static Busy on(String url) {
            Busy busy = new Busy(url);
            busy.thread.start();
            return busy;
        }

        private void work(String url) {
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement()) {
                do {
                    statement.execute("INSERT INTO partywall_busy.work (at) VALUES (now())");
                    statement.execute("UPDATE partywall_busy.work SET at = now() WHERE id % 7 = 0");
                    rounds++;
                } while (!ended);
            } catch (SQLException e) {
                broken.set(e);
            }
        }

        int rounds() {
            return rounds;
        }

        @Override
        public void close() {
            ended = true;
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            assertThat(broken.get()).isNull();
        }
    }
}
