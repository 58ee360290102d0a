package dev.partywall.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One PostgreSQL server for all tests of a JVM; each test asks for a fresh database.
 *
 * <p>{@code -Dpartywall.test.url=jdbc:postgresql://...} names a server and its superuser (roles that tests make must be
 * able to log in from here without a password); {@code -Dpartywall.test.db=docker} takes a container where Docker
 * answers; else it is the embedded server, of the major that {@code -Dpartywall.test.pg} names.
 */
public final class TestServer {
    private static final ServerUnderTest SERVER = ServerUnderTest.chosen();
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private TestServer() {}

    /** A fresh, empty database in which {@code script} was run as superuser. */
    public static TestDatabase database(String script) {
        String name = SERVER.prefix() + COUNTER.incrementAndGet();
        execute("postgres", "CREATE DATABASE " + name);
        execute(name, script);
        return new TestDatabase(name);
    }

    /** The server's major version. */
    public static int major() {
        try (Connection connection = SERVER.superuser("postgres")) {
            return connection.getMetaData().getDatabaseMajorVersion();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static String url(String database) {
        return SERVER.address() + database;
    }

    static void execute(String database, String script) {
        try (Connection connection = SERVER.superuser(database);
                Statement statement = connection.createStatement()) {
            statement.execute(script);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
