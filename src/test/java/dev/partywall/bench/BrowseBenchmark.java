package dev.partywall.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.access.Inspection;
import dev.partywall.access.Inspector;
import dev.partywall.browse.Browser;
import dev.partywall.browse.From;
import dev.partywall.browse.PageRequest;
import dev.partywall.browse.Place;
import dev.partywall.browse.export.Export;
import dev.partywall.browse.export.ExportFormat;
import dev.partywall.browse.export.Exported;
import dev.partywall.catalog.RelationName;
import dev.partywall.connect.Lens;
import dev.partywall.connect.Link;
import dev.partywall.connect.Sql;
import dev.partywall.profile.TenancyDeclaration;
import dev.partywall.testing.TestDatabase;
import dev.partywall.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * What looking through a lens costs, each against the thing itself in the same run. {@code -Dpartywall.bench.rows=10000000} for the size the
 * promises speak of; {@code psql} is needed beside it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BrowseBenchmark {
    private static final int ROWS = Integer.getInteger("partywall.bench.rows", 200_000);
    private static final int PAGE = Math.max(1, Math.min(50, ROWS / 2 / 100_000));
    private static final int ROUNDS = 300;
    private static final RelationName BIG = new RelationName("public", "big");
    private static final Lens.Tenant ACME = new Lens.Tenant("acme");

    private static TestDatabase database;
    private static Link link;
    private static Browser browser;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        database = TestServer.database("""
                DO $$ BEGIN
                  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'bench_app') THEN
                    CREATE ROLE bench_app LOGIN;
                    CREATE ROLE bench_bypass LOGIN BYPASSRLS;
                  END IF;
                END $$;
                CREATE TABLE big (id bigint PRIMARY KEY, tenant text NOT NULL, note text, amount numeric(10, 2), at timestamptz);
                """);
        database.execute(
                "INSERT INTO big SELECT i, CASE WHEN i % 2 = 0 THEN 'acme' ELSE 'globex' END, 'note number ' || i, i % 1000 / 7.0,"
                        + " timestamptz '2024-01-01Z' + i * interval '1 second' FROM generate_series(1, " + ROWS
                        + ") AS i");
        database.execute("CREATE INDEX ON big (tenant, id)");
        database.execute("ALTER TABLE big ENABLE ROW LEVEL SECURITY;"
                + "CREATE POLICY own ON big USING (tenant = current_setting('app.tenant', true));"
                + "GRANT SELECT ON big TO bench_app, bench_bypass");
        database.execute("VACUUM ANALYZE big");
        link = Link.open(database.profile("bench_app", "bench_bypass", tenancy()));
        Inspection inspection = Inspector.inspect(link);
        browser = new Browser(link, inspection);
    }

    private static TenancyDeclaration tenancy() {
        return new TenancyDeclaration(
                Map.of("app.tenant", "{tenant}"),
                Map.of(),
                Map.of(),
                "tenant",
                Map.of(),
                null,
                List.of(),
                Set.of(),
                null,
                null,
                Set.of(),
                null);
    }

    @AfterAll
    static void close() {
        link.close();
    }

    private static PageRequest first(int rows) {
        return PageRequest.first(BIG, rows);
    }

    @Test
    @Order(1)
    void theFirstPageAgainstPsql() throws IOException, InterruptedException {
        PageRequest request = first(200);
        double[] ours = measured(() -> browser.page(ACME, request));
        double[] psql = Psql.millis(
                database,
                "bench_app",
                "SET app.tenant = 'acme'",
                browser.statement(ACME, request).shown(),
                ROUNDS);
        print("first page of 200", ours, "psql, the same statement", psql);
    }

    @Test
    @Order(2)
    void pageOneHundredThousandAgainstPageOne() {
        PageRequest one = first(PAGE);
        long pages = Math.min(100_000, ROWS / 2 / PAGE - 1);
        PageRequest deep = one.from(new From.After(new Place(List.of(Long.toString(2 * pages * PAGE)))));
        double[][] both = measured(() -> browser.page(ACME, deep), () -> browser.page(ACME, one));
        print("page " + pages + " of " + PAGE, both[0], "page 1", both[1]);
    }

    @Test
    @Order(3)
    void switchingTheTenantAgainstTheBareStatement() throws SQLException {
        PageRequest request = first(200);
        List<Lens> lenses = List.of(ACME, new Lens.Tenant("globex"));
        int[] turn = {0};
        try (Connection plain =
                DriverManager.getConnection(database.url() + "?binaryTransfer=false", "bench_app", "")) {
            run(plain, Sql.of("SELECT set_config('app.tenant', 'acme', false)"));
            Sql bare = browser.statement(ACME, request);
            double[][] both = measured(() -> browser.page(lenses.get(turn[0]++ % 2), request), () -> run(plain, bare));
            print("another tenant's page of 200, attested", both[0], "the bare statement, tenant already set", both[1]);
        }
    }

    @Test
    @Order(4)
    void exportAgainstCopy() throws IOException, InterruptedException {
        Path copied = folder.resolve("copied.csv");
        for (ExportFormat format : ExportFormat.values()) {
            long began = System.nanoTime();
            Exported exported = Export.to(folder.resolve("rows"), format, browser, ACME, first(1), rows -> {});
            double ours = (System.nanoTime() - began) / 1e6;
            double[] copy = Psql.millis(
                    database,
                    "bench_app",
                    "SET app.tenant = 'acme'",
                    "\\copy (SELECT * FROM big ORDER BY id) TO '" + copied + "' CSV HEADER",
                    1);
            assertThat(exported.rows()).isEqualTo(ROWS / 2);
            System.out.printf(
                    "export %s of %,d rows: %.0f ms; psql's COPY TO: %.0f ms; rate %.2f of it%n",
                    format, exported.rows(), ours, copy[0], copy[0] / ours);
        }
        Files.deleteIfExists(copied);
    }

    @Test
    @Order(5)
    void heapWhilePagingThroughEverything() throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PagesThrough.class.getName(),
                        database.url(),
                        BIG.name())
                .inheritIO()
                .start();
        assertThat(child.waitFor()).as("256 MiB are enough").isZero();
    }

    private static double[] measured(Runnable ours) {
        return measured(ours, () -> {})[0];
    }

    /** In turns, after a round that is not measured. */
    private static double[][] measured(Runnable ours, Runnable theirs) {
        double[][] millis = new double[2][ROUNDS];
        for (int round = -ROUNDS; round < ROUNDS; round++) {
            double first = millis(ours);
            double second = millis(theirs);
            if (round >= 0) {
                millis[0][round] = first;
                millis[1][round] = second;
            }
        }
        return millis;
    }

    private static double millis(Runnable run) {
        long began = System.nanoTime();
        run.run();
        return (System.nanoTime() - began) / 1e6;
    }

    private static void run(Connection connection, Sql sql) {
        try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
            for (int i = 0; i < sql.values().size(); i++) {
                statement.setObject(i + 1, sql.values().get(i));
            }
            try (ResultSet result = statement.executeQuery()) {
                int columns = result.getMetaData().getColumnCount();
                while (result.next()) {
                    for (int i = 1; i <= columns; i++) {
                        result.getString(i);
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void print(String ours, double[] mine, String theirs, double[] other) {
        System.out.printf(
                "%,d rows: %s: %.3f ms; %s: %.3f ms; ratio %.2f%n",
                ROWS, ours, median(mine), theirs, median(other), median(mine) / median(other));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
