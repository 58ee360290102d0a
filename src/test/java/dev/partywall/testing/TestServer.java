package dev.partywall.testing;

import dev.partywall.demo.EmbeddedServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL server for all tests of a JVM; each test asks for a fresh database. */
public final class TestServer {
    private static final EmbeddedServer SERVER = start();
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private TestServer() {}

    private static EmbeddedServer start() {
        EmbeddedServer server = EmbeddedServer.start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return server;
    }

    /** A fresh, empty database in which {@code script} was run as superuser. */
    public static TestDatabase database(String script) {
        String name = "t" + COUNTER.incrementAndGet();
        execute("postgres", "CREATE DATABASE " + name);
        execute(name, script);
        return new TestDatabase(name);
    }

    static String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + SERVER.port() + "/" + database;
    }

    static void execute(String database, String script) {
        try (Connection connection = DriverManager.getConnection(url(database) + "?user=postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(script);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
