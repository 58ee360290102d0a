package dev.partywall.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.partywall.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedServerTest {
    @TempDir
    Path folder;

    @Test
    void aTemporaryServerListensOnLoopbackOnlyAndGoesWithItsData() throws SQLException {
        Path data;
        try (EmbeddedServer server = EmbeddedServer.start()) {
            assertThat(ask(server, "SHOW listen_addresses", "")).isEqualTo("127.0.0.1");
            assertThat(ask(server, "SHOW unix_socket_directories", "")).isEmpty();
            data = Path.of(ask(server, "SHOW data_directory", ""));
        }
        assertThat(data.getParent()).doesNotExist();
    }

    @Test
    void twoServersLiveSideBySide() throws SQLException {
        try (EmbeddedServer one = EmbeddedServer.start();
                EmbeddedServer other = EmbeddedServer.start()) {
            assertThat(ask(one, "SHOW port", "")).isNotEqualTo(ask(other, "SHOW port", ""));
        }
    }

    @Test
    void aServerThatCannotStartSaysWhyAndLeavesNothing() {
        assertThatThrownBy(() -> EmbeddedServer.start(Map.of("shared_buffers", "nonsense")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("shared_buffers");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void rootStartsItInEveryWayASystemMayAllow(int way) throws SQLException {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root has to become somebody else");
        RunAs runAs = RunAs.asRoot().get(way);
        try (EmbeddedServer server = EmbeddedServer.start(runAs, Map.of())) {
            assertThat(ask(server, "SELECT 1", "")).isEqualTo("1");
        }
    }

    @Test
    void aKeptServerAsksForPasswordsAndKeepsWhatWasWritten() throws Exception {
        int port;
        try (EmbeddedServer server = EmbeddedServer.keep(folder.resolve("kept"))) {
            port = server.port();
            String password = password(server);
            ask(server, "CREATE TABLE kept AS SELECT 'still here' AS text", password, true);
            assertThat(ask(server, "SHOW fsync", password)).isEqualTo("on");
            assertThatThrownBy(() -> ask(server, "SELECT 1", "wrong"))
                    .satisfies(e -> assertThat(((SQLException) e).getSQLState()).isEqualTo("28P01"));
        }
        try (EmbeddedServer again = EmbeddedServer.keep(folder.resolve("kept"))) {
            assertThat(ask(again, "SELECT text FROM kept", password(again))).isEqualTo("still here");
            assertThat(again.port()).isEqualTo(port);
        }
    }

    @Test
    void thePasswordOfAKeptServerIsForItsOwnerOnly() throws IOException {
        try (EmbeddedServer server = EmbeddedServer.keep(folder.resolve("kept"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(server.passwordFile())))
                    .isEqualTo("rw-------");
            assertThat(folder.resolve("kept/password.new")).doesNotExist();
        }
    }

    @Test
    void aLockLeftBehindIsNoObstacleEvenWhenItsProcessNumberIsTakenAgain() throws Exception {
        Path kept = folder.resolve("kept");
        EmbeddedServer.keep(kept).close();
        String lock = ProcessHandle.current().pid() + "\n" + kept.resolve("data") + "\n0\n5432\n\n\n";
        Files.writeString(kept.resolve("data/postmaster.pid"), lock);
        try (EmbeddedServer server = EmbeddedServer.keep(kept)) {
            assertThat(ask(server, "SELECT 1", password(server))).isEqualTo("1");
        }
    }

    @Test
    void aFolderInUseIsRefused() {
        Path kept = folder.resolve("kept");
        try (EmbeddedServer server = EmbeddedServer.keep(kept)) {
            assertThatThrownBy(() -> EmbeddedServer.keep(kept))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("already running");
            assertThat(server.port()).isPositive();
        }
    }

    @Test
    void aFolderOfSomebodyElseIsRefusedUntouched() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "dear to me");
        assertThatThrownBy(() -> EmbeddedServer.keep(folder))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("not empty");
        assertThat(folder).isDirectoryContaining("glob:**/thesis.txt");
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void dataOfAnotherMajorAreRefused() throws IOException {
        Path kept = folder.resolve("kept");
        EmbeddedServer.keep(kept).close();
        Files.writeString(kept.resolve("data/PG_VERSION"), "11\n");
        assertThatThrownBy(() -> EmbeddedServer.keep(kept))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("PostgreSQL 11");
    }

    private static String password(EmbeddedServer server) throws IOException {
        return Files.readString(server.passwordFile()).strip();
    }

    private static String ask(EmbeddedServer server, String query, String password) throws SQLException {
        return ask(server, query, password, false);
    }

    private static String ask(EmbeddedServer server, String query, String password, boolean command)
            throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url("postgres"), "postgres", password);
                Statement statement = connection.createStatement()) {
            if (command) {
                statement.execute(query);
                return "";
            }
            try (ResultSet rows = statement.executeQuery(query)) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
