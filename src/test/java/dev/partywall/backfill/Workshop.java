package dev.partywall.backfill;

import dev.partywall.access.Inspection;
import dev.partywall.access.Inspector;
import dev.partywall.catalog.RelationName;
import dev.partywall.connect.Link;
import dev.partywall.connect.SessionContext;
import dev.partywall.connect.Sql;
import dev.partywall.demo.EmbeddedServer;
import dev.partywall.profile.Environment;
import dev.partywall.profile.Login;
import dev.partywall.profile.Profile;
import dev.partywall.profile.Registry;
import dev.partywall.profile.TenancyDeclaration;
import dev.partywall.testing.TestDatabase;
import dev.partywall.testing.TestServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A database with tables to back-fill, a link to it, and an engine fresh for each use. */
final class Workshop implements AutoCloseable {
    static final String ROLES = """
            DO $$ BEGIN
              IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'workshop_app') THEN
                CREATE ROLE workshop_app LOGIN;
                CREATE ROLE workshop_bypass LOGIN BYPASSRLS;
                CREATE ROLE workshop_plain LOGIN;
              END IF;
            END $$;
            CREATE TABLE tenant (id text PRIMARY KEY, name text);
            INSERT INTO tenant VALUES ('acme', 'Acme'), ('globex', 'Globex'), ('initech', 'Initech');
            """;
    static final String GRANTS = """
            GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public
              TO workshop_app, workshop_bypass, workshop_plain;
            """;

    final TestDatabase database;
    final Link link;
    private final String url;

    Workshop(String script) {
        this(script, "workshop_bypass");
    }

    Workshop(String script, String bypassRole) {
        database = TestServer.database(ROLES + script + GRANTS);
        url = database.url();
        link = Link.open(database.profile("workshop_app", bypassRole, tenancy()));
    }

    private Workshop(EmbeddedServer server, String name) {
        database = new TestDatabase(name);
        url = server.url(name);
        link = Link.open(new Profile(
                name,
                Environment.DEVELOPMENT,
                new Login(url, "workshop_app", null),
                new Login(url, "workshop_bypass", null),
                tenancy()));
    }

    /** On a server of its own, which may be killed. */
    static Workshop on(EmbeddedServer server, String name, String script) {
        execute(server.url("postgres"), "CREATE DATABASE " + name);
        execute(server.url(name), ROLES + script + GRANTS);
        return new Workshop(server, name);
    }

    /** JDBC URL without a user. */
    String url() {
        return url;
    }

    private static void execute(String url, String script) {
        try (Connection connection = DriverManager.getConnection(url, "postgres", null);
                Statement statement = connection.createStatement()) {
            statement.execute(script);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Kills a process of the server with SIGKILL: the server ends all of them and recovers from its log. */
    void crash() {
        try (Connection connection = DriverManager.getConnection(url, "postgres", null);
                Statement statement = connection.createStatement();
                ResultSet pid = statement.executeQuery("SELECT pg_backend_pid()")) {
            pid.next();
            ProcessHandle.of(pid.getLong(1)).orElseThrow().destroyForcibly();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Until the server has recovered. */
    void awaitServer() {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (System.nanoTime() < end) {
            try (Connection connection = DriverManager.getConnection(url, "postgres", null)) {
                if (connection.isValid(5)) {
                    return;
                }
            } catch (SQLException recovering) {
                LockSupport.parkNanos(20_000_000);
            }
        }
        throw new IllegalStateException("the server does not come back");
    }

    static TenancyDeclaration tenancy() {
        return new TenancyDeclaration(
                Map.of("app.tenant", "{tenant}"),
                Map.of(),
                Map.of(),
                "tenant_id",
                Map.of(),
                new Registry("public.tenant", "id", "name", null),
                List.of(),
                Set.of(),
                null,
                null,
                Set.of(),
                null);
    }

    static RelationName table(String name) {
        return new RelationName("public", name);
    }

    Inspection inspection() {
        return Inspector.inspect(link);
    }

    Backfill backfill() {
        return new Backfill(link, inspection());
    }

    Plan plan(String table, String assignment) {
        return backfill().plan(Map.of(table(table), Assignment.parse(assignment)));
    }

    Outcome execute(Plan plan, Path journal) {
        return backfill().execute(plan, journal, new Control(), progress -> {});
    }

    Outcome resume(Path journal) {
        return backfill().resume(journal, new Control(), progress -> {});
    }

    UndoOutcome undo(Path journal) {
        return backfill().undo(journal, new Control(), progress -> {});
    }

    /** Rows as text, values joined by a bar; NULL is a dash. */
    List<String> rows(String query) {
        return link.read(
                SessionContext.bypass(),
                "test",
                session -> session.table(Sql.of(query), 1_000_000).rows().stream()
                        .map(Workshop::joined)
                        .toList());
    }

    String value(String query) {
        return rows(query).getFirst();
    }

    private static String joined(List<@Nullable String> row) {
        List<String> values = new ArrayList<>();
        row.forEach(value -> values.add(value == null ? "-" : value));
        return String.join("|", values);
    }

    @Override
    public void close() {
        link.close();
    }
}
