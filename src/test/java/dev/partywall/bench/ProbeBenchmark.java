package dev.partywall.bench;

import dev.partywall.access.Inspection;
import dev.partywall.access.Inspector;
import dev.partywall.connect.Cancellation;
import dev.partywall.connect.Link;
import dev.partywall.probe.ProbePlan;
import dev.partywall.probe.ProbeRun;
import dev.partywall.probe.Probes;
import dev.partywall.probe.Progress;
import dev.partywall.profile.TenancyDeclaration;
import dev.partywall.testing.TestDatabase;
import dev.partywall.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an attempt costs: on medusa-store with ten tenants beside the same statements one by one in psql, and a check of a
 * pgTAP script; and how a run grows with tables, tenants and rows. {@code -Dpartywall.bench.sizes=50,500,5000} for more.
 */
class ProbeBenchmark {
    private static final int ROUNDS = 5;
    private static final int[] SIZES = Arrays.stream(
                    System.getProperty("partywall.bench.sizes", "50,500").split(","))
            .mapToInt(Integer::parseInt)
            .toArray();
    private static final int ROWS = Integer.getInteger("partywall.bench.rows", 1_000_000);

    @TempDir
    private Path folder;

    @Test
    void besidePsqlAndPgTap() throws IOException, InterruptedException {
        TestDatabase database = TestServer.database(MedusaOfTen.script());
        try (Link link = Link.open(database.profile("medusa_app_user", "medusa_support", MedusaOfTen.TENANCY))) {
            Inspection inspection = Inspector.inspect(link);
            ProbePlan plan = ProbePlan.usual().withTenants(MedusaOfTen.TENANTS).on(2);
            ProbeRun run = run(link, inspection, plan);
            double first = ScriptedPsql.millis(() -> run(link, inspection, plan));
            double ours = median(() -> ScriptedPsql.millis(() -> run(link, inspection, plan)));
            int attempts = run.verdicts().size();
            System.out.printf(
                    "medusa-store, %d tenants, %d attempts, two connections: median %.0f ms of %d (second run %.0f), %.0f us each%n",
                    MedusaOfTen.TENANTS.size(), attempts, ours, ROUNDS, first, 1000 * ours / attempts);
            ScriptedPsql psql = ScriptedPsql.find();
            if (psql == null) {
                System.out.println("psql is not installed here: no comparison");
                return;
            }
            List<String> replays = run.verdicts().stream()
                    .map(verdict -> verdict.replay())
                    .filter(replay -> !replay.isEmpty())
                    .toList();
            Path script = Files.writeString(folder.resolve("replay.sql"), String.join("\n", replays));
            double theirs = median(() -> psql.millis(database.url(), "medusa_app_user", script));
            report("the same statements in psql", 1000 * theirs / replays.size(), 1000 * ours / attempts, "attempt");
            besidePgTap(database, inspection, psql, 1000 * ours / attempts);
        }
    }

    private void besidePgTap(TestDatabase database, Inspection inspection, ScriptedPsql psql, double ours)
            throws IOException, InterruptedException {
        if (!psql.hasPgTap(database.url())) {
            System.out.println("the server has no pgTAP: no comparison");
            return;
        }
        database.execute("CREATE EXTENSION IF NOT EXISTS pgtap");
        List<String> tables = inspection.snapshot().relations().stream()
                .filter(relation -> relation.isTable()
                        && inspection.tenancy().columnOf(relation.name()).isPresent())
                .map(relation -> relation.name().sql())
                .toList();
        Path script = Files.writeString(folder.resolve("tap.sql"), MedusaOfTen.pgTap(tables));
        int checks = 4 * tables.size() * MedusaOfTen.TENANTS.size();
        double theirs = median(() -> psql.millis(database.url(), "medusa_app_user", script));
        report("pgTAP, " + checks + " checks", 1000 * theirs / checks, ours, "check");
    }

    private static void report(String what, double theirs, double ours, String each) {
        System.out.printf(
                "%s: %.0f us an %s, Partywall %.0f us: ratio %.2f%n", what, theirs, each, ours, theirs / ours);
    }

    @Test
    void growsWithTablesAndTenants() {
        for (int tables : SIZES) {
            grown(tables, 5);
        }
        for (int tenants : SIZES) {
            grown(10, tenants);
        }
    }

    private static void grown(int tables, int tenants) {
        TestDatabase database = TestServer.database(script(tables, tenants, 10 * tenants));
        try (Link link = Link.open(database.profile("bench_app", "bench_bypass", declared()))) {
            Inspection inspection = Inspector.inspect(link);
            ProbePlan plan = ProbePlan.usual().withTenants(names(tenants));
            List<ProbeRun> runs = new ArrayList<>();
            double millis = ScriptedPsql.millis(() -> runs.add(run(link, inspection, plan)));
            int attempts = runs.getFirst().verdicts().size();
            System.out.printf(
                    "%d tables, %d tenants: %d attempts in %.0f ms, %.0f us each%n",
                    tables, tenants, attempts, millis, 1000 * millis / attempts);
        }
    }

    @Test
    void costsAsMuchForManyRowsAsForFew() {
        for (int rows : new int[] {10_000, ROWS}) {
            TestDatabase database = TestServer.database(script(1, 10, rows));
            database.execute("VACUUM ANALYZE t1");
            try (Link link = Link.open(database.profile("bench_app", "bench_bypass", declared()))) {
                Inspection inspection = Inspector.inspect(link);
                run(link, inspection, ProbePlan.usual());
                long before = heap();
                List<ProbeRun> runs = new ArrayList<>();
                double millis = ScriptedPsql.millis(() -> runs.add(run(link, inspection, ProbePlan.usual())));
                System.out.printf(
                        "one table of %,d rows, 5 of 10 tenants: %d attempts in %.0f ms, kept %d KB; outcomes %s%n",
                        rows,
                        runs.getFirst().verdicts().size(),
                        millis,
                        (heap() - before) >> 10,
                        runs.getFirst().verdicts().stream()
                                .collect(Collectors.groupingBy(verdict -> verdict.outcome(), Collectors.counting())));
            }
        }
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static ProbeRun run(Link link, Inspection inspection, ProbePlan plan) {
        return Probes.run(link, inspection, plan, new Cancellation(), Progress.silent());
    }

    private static double median(Timed timed) throws IOException, InterruptedException {
        double[] times = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            times[i] = timed.millis();
        }
        Arrays.sort(times);
        return times[ROUNDS / 2];
    }

    /** Something that takes a time. */
    @FunctionalInterface
    private interface Timed {
        double millis() throws IOException, InterruptedException;
    }

    private static List<String> names(int tenants) {
        return IntStream.rangeClosed(1, tenants).mapToObj(i -> "tenant" + i).toList();
    }

    private static TenancyDeclaration declared() {
        return new TenancyDeclaration(
                Map.of("app.tenant", "{tenant}"),
                Map.of(),
                Map.of(),
                "tenant_id",
                Map.of(),
                null,
                List.of(),
                Set.of(),
                null,
                null,
                Set.of(),
                null);
    }

    private static String script(int tables, int tenants, int rows) {
        return """
            DO $$
            BEGIN
              IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'bench_app') THEN CREATE ROLE bench_app LOGIN; END IF;
              IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'bench_bypass') THEN CREATE ROLE bench_bypass LOGIN BYPASSRLS; END IF;
              FOR i IN 1 .. @TABLES@ LOOP
                EXECUTE format('CREATE TABLE t%s (id bigserial PRIMARY KEY, tenant_id text NOT NULL, body text)', i);
                EXECUTE format('INSERT INTO t%s (tenant_id, body) SELECT ''tenant'' || 1 + n @MOD@ @TENANTS@, ''row '' || n FROM generate_series(1, @ROWS@) n', i);
                EXECUTE format('CREATE INDEX ON t%s (tenant_id)', i);
                EXECUTE format('ALTER TABLE t%s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', i);
                EXECUTE format('CREATE POLICY own ON t%s USING (tenant_id = nullif(current_setting(''app.tenant'', true), ''''))', i);
              END LOOP;
            END $$;
            GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO bench_app, bench_bypass;
            ANALYZE;
            """.replace("@MOD@", "%%")
                .replace("@TENANTS@", String.valueOf(tenants))
                .replace("@ROWS@", String.valueOf(rows))
                .replace("@TABLES@", String.valueOf(tables));
    }
}
