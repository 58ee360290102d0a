package dev.partywall.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.postgresql.PGProperty;
import org.postgresql.replication.LogSequenceNumber;
import org.postgresql.replication.PGReplicationStream;

class PaceTest {
    private static final String ITEMS = """
            CREATE TABLE item (id int PRIMARY KEY, tenant_id text);
            INSERT INTO item SELECT i FROM generate_series(1, 2000) i;
            """;
    private static final Plan.Batches SMALL = new Plan.Batches(250, 100, 100);

    @TempDir
    private Path folder;

    private Path journal() {
        return folder.resolve("journal");
    }

    @Test
    void aPauseHoldsUntilSomebodyEndsIt() {
        try (Workshop shop = new Workshop(ITEMS)) {
            Control control = new Control();
            List<Wait> waits = new ArrayList<>();
            Outcome outcome = shop.backfill()
                    .execute(shop.plan("item", "fixed:acme").with(SMALL), journal(), control, at -> {
                        waits.add(at.waiting());
                        if (at.done() == 300 && at.waiting() == Wait.NOTHING) {
                            control.pause();
                        } else if (at.waiting() == Wait.PAUSED) {
                            assertThat(shop.value("SELECT count(tenant_id) FROM item"))
                                    .isEqualTo("300");
                            control.proceed();
                        }
                    });
            assertThat(waits).containsOnlyOnce(Wait.PAUSED);
            assertThat(outcome.complete()).isTrue();
            assertThat(outcome.set()).isEqualTo(2000);
        }
    }

    @Test
    void whoeverStopsAPausedRunEndsIt() {
        try (Workshop shop = new Workshop(ITEMS)) {
            Control control = new Control();
            control.pause();
            Outcome outcome = shop.backfill()
                    .execute(shop.plan("item", "fixed:acme").with(SMALL), journal(), control, at -> control.stop());
            assertThat(outcome.stopped()).isTrue();
            assertThat(outcome.set()).isZero();
        }
    }

    @Test
    void itWaitsWhileTheServerHasTooMuchToDo() throws SQLException {
        try (Workshop shop = new Workshop(ITEMS + "GRANT pg_read_all_stats TO workshop_bypass;");
                Busy busy = new Busy(shop)) {
            List<Wait> waits = new ArrayList<>();
            Plan plan = shop.plan("item", "fixed:acme").with(SMALL).with(new Plan.Limits(0, 1));
            Outcome outcome = shop.backfill().execute(plan, journal(), new Control(), at -> {
                waits.add(at.waiting());
                if (at.waiting() == Wait.LOAD) {
                    busy.end();
                }
            });
            assertThat(waits.getFirst()).isEqualTo(Wait.LOAD);
            assertThat(outcome.set()).isEqualTo(2000);
        }
    }

    /** Two sessions that are at work until they are told to end. */
    private static final class Busy implements AutoCloseable {
        private final List<Connection> connections = new ArrayList<>();
        private final ExecutorService threads = Executors.newFixedThreadPool(2);
        private final List<CompletableFuture<Void>> work = new ArrayList<>();

        Busy(Workshop shop) throws SQLException {
            for (int i = 0; i < 2; i++) {
                Connection connection = DriverManager.getConnection(shop.url(), "postgres", null);
                connections.add(connection);
                work.add(CompletableFuture.runAsync(() -> sleep(connection), threads));
            }
            while (!shop.value(
                            "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%' AND state = 'active'")
                    .equals("2")) {
                Thread.onSpinWait();
            }
        }

        private static void sleep(Connection connection) {
            try (var statement = connection.createStatement()) {
                statement.execute("SELECT pg_sleep(600)");
            } catch (SQLException cancelled) {
                assertThat(cancelled.getSQLState()).isEqualTo("57014");
            }
        }

        void end() {
            try {
                for (Connection connection : connections) {
                    connection.unwrap(PGConnection.class).cancelQuery();
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            work.forEach(CompletableFuture::join);
        }

        @Override
        public void close() throws SQLException {
            for (Connection connection : connections) {
                connection.close();
            }
            threads.shutdown();
        }
    }

    @Test
    void itWaitsForAReplicaThatIsTooFarBehind() throws SQLException {
        try (Workshop shop = new Workshop(ITEMS + "GRANT pg_read_all_stats TO workshop_bypass;");
                Replica replica = new Replica(shop)) {
            shop.database.execute("CREATE TABLE noise AS SELECT repeat('x', 1000) FROM generate_series(1, 3000)");
            List<Wait> waits = new ArrayList<>();
            Plan plan = shop.plan("item", "fixed:acme").with(SMALL).with(new Plan.Limits(1 << 20, 0));
            Outcome outcome = shop.backfill().execute(plan, journal(), new Control(), at -> {
                waits.add(at.waiting());
                if (at.waiting() == Wait.REPLICATION) {
                    replica.catchUp();
                }
            });
            assertThat(waits.getFirst()).isEqualTo(Wait.REPLICATION);
            assertThat(outcome.set()).isEqualTo(2000);
        }
    }

    @Test
    void limitsThatCannotBeSeenAreNotPretendedToBeKept() throws SQLException {
        try (Workshop shop = new Workshop(ITEMS + "REVOKE pg_read_all_stats FROM workshop_bypass;");
                Replica replica = new Replica(shop)) {
            Plan plan = shop.plan("item", "fixed:acme").with(SMALL);
            assertThatThrownBy(() -> shop.execute(plan, journal()))
                    .hasMessageContaining("so the limits of the plan cannot be kept");
            replica.catchUp();
            assertThat(shop.execute(plan.with(new Plan.Limits(0, 0)), journal()).set())
                    .isEqualTo(2000);
        }
    }

    /** Receives the log of the server, and says it has applied it only when told to. */
    private static final class Replica implements AutoCloseable {
        private final Connection connection;
        private final PGReplicationStream stream;
        private final Workshop shop;

        Replica(Workshop shop) throws SQLException {
            this.shop = shop;
            Properties properties = new Properties();
            PGProperty.USER.set(properties, "postgres");
            PGProperty.ASSUME_MIN_SERVER_VERSION.set(properties, "9.4");
            PGProperty.REPLICATION.set(properties, "true");
            PGProperty.PREFER_QUERY_MODE.set(properties, "simple");
            connection = DriverManager.getConnection(shop.url(), properties);
            LogSequenceNumber now = LogSequenceNumber.valueOf(shop.value("SELECT pg_current_wal_lsn()"));
            stream = connection
                    .unwrap(PGConnection.class)
                    .getReplicationAPI()
                    .replicationStream()
                    .physical()
                    .withStartPosition(now)
                    .start();
            told(now);
        }

        private void told(LogSequenceNumber position) throws SQLException {
            stream.setAppliedLSN(position);
            stream.setFlushedLSN(position);
            stream.forceUpdateStatus();
        }

        /** Says it has applied whatever comes within the next hour. */
        void catchUp() {
            try {
                long now = LogSequenceNumber.valueOf(shop.value("SELECT pg_current_wal_lsn()"))
                        .asLong();
                told(LogSequenceNumber.valueOf(now + (1L << 30)));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
