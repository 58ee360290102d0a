package dev.partywall.backfill;

import dev.partywall.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Somebody else's transaction that holds locks until it is released. */
final class Holder implements AutoCloseable {
    private final Connection connection;

    Holder(TestDatabase database, String locking) throws SQLException {
        connection = DriverManager.getConnection(database.url(), "postgres", null);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(locking);
        }
    }

    void release() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
