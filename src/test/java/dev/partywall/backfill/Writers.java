package dev.partywall.backfill;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Other people's programs at work on the table {@code item} all the while. What each of their transactions did it also
 * writes into a table of its own, so that the truth about it survives with it.
 */
final class Writers implements AutoCloseable {
    /** Tables and columns they need: {@code item} has an {@code id}, a {@code tenant_id} and a {@code counter}. */
    static final String TABLES = """
            CREATE TABLE counted (id int);
            CREATE TABLE claimed (id int);
            """;

    private final String url;
    private final int rows;
    private final ExecutorService threads;
    private final List<Future<?>> running = new ArrayList<>();
    private volatile boolean stopped;

    /** @param rows ids go from 1 to here */
    Writers(String url, int rows, int writers, long seed) {
        this.url = url;
        this.rows = rows;
        this.threads = Executors.newFixedThreadPool(writers);
        for (int i = 0; i < writers; i++) {
            Random random = new Random(seed + i);
            running.add(threads.submit(() -> work(random)));
        }
    }

    /** Connects again whenever the server was gone. */
    private void work(Random random) {
        while (!stopped) {
            try (Connection connection = DriverManager.getConnection(url, "postgres", null)) {
                connection.setAutoCommit(false);
                while (!stopped) {
                    write(connection, random);
                    LockSupport.parkNanos(2_000_000);
                }
            } catch (SQLException serverGone) {
                LockSupport.parkNanos(20_000_000);
            }
        }
    }

    private void write(Connection connection, Random random) throws SQLException {
        int id = 1 + random.nextInt(rows);
        try (Statement statement = connection.createStatement()) {
            if (random.nextInt(8) == 0) {
                statement.execute(
                        "WITH c AS (UPDATE item SET tenant_id = 'initech', counter = counter + 1 WHERE id = " + id
                                + " AND tenant_id IS NULL RETURNING id), d AS (INSERT INTO claimed SELECT id FROM c)"
                                + " INSERT INTO counted SELECT id FROM c");
            } else {
                statement.execute("WITH c AS (UPDATE item SET counter = counter + 1 WHERE id = " + id
                        + " RETURNING id) INSERT INTO counted SELECT id FROM c");
            }
            connection.commit();
        }
    }

    @Override
    public void close() {
        stopped = true;
        threads.shutdown();
        try {
            for (Future<?> writer : running) {
                writer.get(1, TimeUnit.MINUTES);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
