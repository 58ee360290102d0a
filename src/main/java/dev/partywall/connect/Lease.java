package dev.partywall.connect;

import dev.partywall.profile.Address;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.postgresql.core.TransactionState;
import org.postgresql.jdbc.PgConnection;

/**
 * A connection lent for one session. While it is lent a {@link Cancellation} stops what it runs; when it is given back
 * whatever was open is rolled back, and a connection on which that fails is thrown away.
 */
final class Lease implements AutoCloseable {
    private final Pools pools;
    private final Address address;
    private final Connection connection;
    private final PgConnection driver;
    private final Cancellation cancellation;
    private final Cancellation.Registration registration;
    private final Statements statements;
    private boolean lent = true;

    private Lease(Pools pools, Address address, Connection connection, Cancellation cancellation) throws SQLException {
        this.pools = pools;
        this.address = address;
        this.connection = connection;
        this.driver = connection.unwrap(PgConnection.class);
        this.cancellation = cancellation;
        // The driver asks for points in binary whatever binaryTransfer says, and then writes (1,2) as (1.0,2.0).
        driver.getQueryExecutor().setBinaryReceiveOids(Set.of());
        this.statements = new Statements(driver, cancellation);
        this.registration = cancellation.register(this::stop);
    }

    static Lease of(Pools pools, Address address, boolean fresh, Cancellation cancellation) throws SQLException {
        cancellation.check();
        Connection connection = fresh ? pools.fresh(address) : pools.borrow(address);
        Lease lease = new Lease(pools, address, connection, cancellation);
        OldestServer.require(connection.getMetaData().getDatabaseMajorVersion());
        return lease;
    }

    Address address() {
        return address;
    }

    /** The process id the server, or a pooler, told when the connection was made. */
    int backendPid() {
        return driver.getBackendPID();
    }

    Statements statements() {
        return statements;
    }

    Cancellation cancellation() {
        return cancellation;
    }

    /** From now on every statement says that it is a control: what it reads is held against what somebody else saw. */
    void markAsControl() {
        statements.markAsControl();
    }

    /** From now on a transaction is open from the first statement until it is ended. */
    void beginTransactions(boolean readOnly) throws SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(readOnly);
    }

    void commit() throws SQLException {
        cancellation.check();
        connection.commit();
    }

    void rollback() throws SQLException {
        if (driver.getTransactionState() != TransactionState.IDLE) {
            endWith("ROLLBACK");
        }
    }

    private void endWith(String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /** A statement of its own, outside any transaction. */
    void alone(String statement) throws SQLException {
        connection.setAutoCommit(true);
        try {
            endWith(statement);
        } finally {
            connection.setAutoCommit(false);
        }
    }

    /** Called by whoever cancels. Waits for the server to have taken the request, so that it never hits a later session. */
    private synchronized void stop() {
        if (lent) {
            try {
                driver.cancelQuery();
            } catch (SQLException e) {
                throw Refusals.failure(address, e);
            }
        }
    }

    private synchronized void unregister() {
        lent = false;
        registration.close();
    }

    @Override
    public void close() throws SQLException {
        unregister();
        try {
            rollback();
        } catch (SQLException e) {
            pools.discard(connection); // whatever was open dies with its connection
        } finally {
            connection.close();
        }
    }
}
