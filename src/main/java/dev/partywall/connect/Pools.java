package dev.partywall.connect;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.partywall.profile.Address;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The pools of one side: one of its own role, and one for each of the first few other roles that log in there. */
final class Pools implements AutoCloseable {
    private static final Logger HIKARI = Logger.getLogger("com.zaxxer.hikari");
    private static final int MOST_POOLS = 8;
    private static final long IDLE_MILLIS = 600_000;
    private static final long KEEPALIVE_MILLIS = 120_000;

    private final Side side;
    private final int size;
    private final Map<String, HikariDataSource> pools = new HashMap<>();
    private boolean closed;

    Pools(Side side, int size) {
        this.side = side;
        this.size = size;
    }

    /**
     * A connection of the role the address names, in autocommit mode; to be closed after use. Where there would be too many pools it
     * is a connection of its own.
     */
    Connection borrow(Address address) throws SQLException {
        HikariDataSource pool = pool(address);
        return pool == null ? fresh(address) : pool.getConnection();
    }

    /** A connection nobody has used, and nobody will use again. */
    Connection fresh(Address address) throws SQLException {
        return DriverManager.getConnection(address.jdbcUrl(), DriverProperties.of(address, side));
    }

    /** Takes a broken connection out of its pool. */
    synchronized void discard(Connection connection) {
        pools.values().forEach(pool -> pool.evictConnection(connection));
    }

    private synchronized @Nullable HikariDataSource pool(Address address) throws SQLException {
        if (closed) {
            throw new SQLException("the connections were closed", "08003");
        }
        HikariDataSource pool = pools.get(address.user());
        if (pool == null && pools.size() < MOST_POOLS) {
            fresh(address).close(); // says at once what is wrong, where the pool would try for ten seconds
            pool = new HikariDataSource(config(address));
            pools.put(address.user(), pool);
        }
        return pool;
    }

    private HikariConfig config(Address address) {
        HIKARI.setLevel(Level.SEVERE);
        HikariConfig config = new HikariConfig();
        config.setPoolName(side.applicationName());
        config.setJdbcUrl(address.jdbcUrl());
        config.setDataSourceProperties(DriverProperties.of(address, side));
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(DriverProperties.CONNECT_SECONDS * 1000L);
        config.setIdleTimeout(IDLE_MILLIS);
        config.setKeepaliveTime(KEEPALIVE_MILLIS);
        return config;
    }

    /** Ends all connections; they may be made again. */
    synchronized void disconnect() {
        pools.values().forEach(HikariDataSource::close);
        pools.clear();
    }

    @Override
    public synchronized void close() {
        closed = true;
        disconnect();
    }
}
