package dev.partywall.testing;

import dev.partywall.demo.EmbeddedServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The server tests run on.
 *
 * @param address JDBC URL up to and including the slash before the database
 * @param prefix what the names of databases start with
 */
record ServerUnderTest(
        String address, String user, @Nullable String password, String prefix) {

    static ServerUnderTest chosen() {
        String url = System.getProperty("partywall.test.url");
        if (url != null) {
            return external(url);
        }
        return "docker".equals(System.getProperty("partywall.test.db")) ? container() : embedded();
    }

    Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(address + database, user, password);
    }

    private static ServerUnderTest embedded() {
        return new ServerUnderTest(EmbeddedServer.start().url(""), "postgres", null, "t");
    }

    private static ServerUnderTest container() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            System.err.println("Docker does not answer: the tests run on the embedded server.");
            return embedded();
        }
        // Removed by Testcontainers when this JVM ends.
        PostgreSQLContainer server = new PostgreSQLContainer(
                        "postgres:" + System.getProperty("partywall.test.pg", "18"))
                .withUsername("postgres")
                .withEnv("POSTGRES_HOST_AUTH_METHOD", "trust");
        server.start();
        String address = "jdbc:postgresql://" + server.getHost() + ":" + server.getFirstMappedPort() + "/";
        return new ServerUnderTest(address, "postgres", null, "t");
    }

    private static ServerUnderTest external(String url) {
        ServerUnderTest server = ExternalUrl.parse(url);
        ExternalLeftovers.removeAtExit(server);
        return server;
    }
}
