package dev.partywall.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.access.Inspector;
import dev.partywall.connect.Cancellation;
import dev.partywall.connect.Link;
import dev.partywall.probe.ProbeContext.Way;
import dev.partywall.profile.Login;
import dev.partywall.profile.Profile;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Through a real PgBouncer in transaction mode; skipped where none is installed. */
class PoolerTest {
    private static final Path PGBOUNCER = Path.of("/usr/sbin/pgbouncer");

    @TempDir
    private Path folder;

    @Test
    void findsATenantThatTheApplicationLeftOnAPooledConnection() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(PGBOUNCER), "PgBouncer is not installed here");
        Sandbox sandbox = Sandbox.notes(Sandbox.policies(Map.of()));
        try (Pooler pooler = Pooler.before(sandbox.database().url(), folder)) {
            Profile direct = sandbox.database()
                    .profile("pb_app", "pb_bypass", Sandbox.declared("{tenant}", null, null, Set.of(), null));
            Profile profile = new Profile(
                    direct.name(),
                    direct.environment(),
                    direct.app(),
                    direct.bypass(),
                    direct.tenancy(),
                    new Login(pooler.url(), "pb_app", null));
            try (Link link = Link.open(profile)) {
                assertThat(run(link).by(Way.POOLER).outcomes()).containsExactly(Outcome.ISOLATED);
                pooler.leave("acme");
                assertThat(run(link).by(Way.POOLER).leaking()).containsExactly("foreign-read");
            }
        }
    }

    private static Verdictbook run(Link link) {
        return new Verdictbook(
                Probes.run(link, Inspector.inspect(link), ProbePlan.usual(), new Cancellation(), Progress.silent())
                        .verdicts());
    }

    /** A PgBouncer with one server connection, so that whoever comes next finds what was left. */
    private record Pooler(Process process, int port, String database) implements AutoCloseable {
        static Pooler before(String jdbcUrl, Path folder) throws IOException, InterruptedException {
            java.net.URI server = java.net.URI.create(jdbcUrl.substring("jdbc:".length()));
            String database = server.getPath().substring(1);
            int port;
            try (ServerSocket free = new ServerSocket(0)) {
                port = free.getLocalPort();
            }
            Path users = Files.writeString(folder.resolve("users.txt"), "\"pb_app\" \"\"\n");
            Path ini = Files.writeString(folder.resolve("pgbouncer.ini"), """
                [databases]
                %s = host=%s port=%d dbname=%s
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = trust
                auth_file = %s
                pool_mode = transaction
                default_pool_size = 1
                ignore_startup_parameters = extra_float_digits
                """.formatted(
                            database, server.getHost(), server.getPort(), database, port, users));
            // As root it needs to be told whom to become.
            openTo(folder);
            boolean root = "root".equals(System.getProperty("user.name"));
            ProcessBuilder builder = root
                    ? new ProcessBuilder(PGBOUNCER.toString(), "-u", "nobody", ini.toString())
                    : new ProcessBuilder(PGBOUNCER.toString(), ini.toString());
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            Pooler pooler = new Pooler(process, port, database);
            pooler.await();
            return pooler;
        }

        private static void openTo(Path folder) throws IOException {
            Files.setPosixFilePermissions(folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
        }

        /** Until it answers, or has ended. */
        private void await() throws InterruptedException {
            while (process.isAlive()) {
                try (Connection connection = connect()) {
                    return;
                } catch (SQLException notYet) {
                    process.waitFor(50, java.util.concurrent.TimeUnit.MILLISECONDS);
                }
            }
            throw new IllegalStateException("PgBouncer ended");
        }

        String url() {
            return "postgresql://127.0.0.1:" + port + "/" + database;
        }

        private Connection connect() throws SQLException {
            return DriverManager.getConnection("jdbc:" + url() + "?user=pb_app&prepareThreshold=0");
        }

        /** What an application does that says SET instead of SET LOCAL. */
        void leave(String tenant) throws SQLException {
            try (Connection connection = connect()) {
                connection.createStatement().execute("SET app.tenant = '" + tenant + "'");
            }
        }

        @Override
        public void close() throws InterruptedException {
            process.destroy();
            process.waitFor();
        }
    }
}
