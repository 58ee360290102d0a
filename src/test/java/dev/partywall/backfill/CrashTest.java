package dev.partywall.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.failure.Failure;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * However a run ends: resumed, every row has its tenant, set once, and nothing else has changed; undone, all is as before.
 * {@code -Dpartywall.crash.rounds=100} for more of it.
 */
class CrashTest {
    private static final int ROUNDS = Integer.getInteger("partywall.crash.rounds", 3);
    private static final long SEED = Long.getLong("partywall.crash.seed", System.nanoTime());
    private static final String ITEMS = """
            CREATE TABLE parent (id int PRIMARY KEY, tenant_id text);
            INSERT INTO parent SELECT i, (ARRAY['acme', 'globex', 'initech'])[1 + i % 3] FROM generate_series(1, 10) i;
            CREATE TABLE item (id int PRIMARY KEY, tenant_id text, parent_id int REFERENCES parent, note text);
            INSERT INTO item SELECT i, CASE WHEN i % 7 = 0 THEN 'acme' END, 1 + i % 10, 'note ' || i
            FROM generate_series(1, 3000) i;
            CREATE TABLE audit (id int);
            CREATE FUNCTION told() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
              $$ BEGIN INSERT INTO public.audit VALUES (NEW.id); RETURN NULL; END $$;
            CREATE TRIGGER told AFTER UPDATE ON item FOR EACH ROW EXECUTE FUNCTION told();
            """;
    private static final String EVERYTHING_ELSE = """
            SELECT md5(string_agg(id || '/' || parent_id || '/' || note
              || CASE WHEN id % 7 = 0 THEN '/' || tenant_id ELSE '' END, ',' ORDER BY id)) FROM item""";

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);

    @Test
    void aRunWhoseProgramIsKilledLosesNothing() throws IOException, InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            try (Workshop shop = new Workshop(ITEMS)) {
                Path journal = folder.resolve("killed-" + round);
                Path plan = folder.resolve("plan-" + round);
                Files.writeString(plan, PlanFile.write(small(shop)));
                String before = shop.value(EVERYTHING_ELSE);
                for (int kill = 0; kill < 2; kill++) {
                    killed(shop, plan, journal);
                }
                checked(shop, journal, before, "round " + round + ", seed " + SEED);
            }
        }
    }

    @Test
    void aRunWhoseConnectionIsCutLosesNothing() {
        for (int round = 0; round < ROUNDS * 3; round++) {
            try (Workshop shop = new Workshop(ITEMS + cutter())) {
                Path journal = folder.resolve("cut-" + round);
                Plan plan = small(shop);
                String before = shop.value(EVERYTHING_ELSE);
                boolean cut = cut(() -> shop.execute(plan, journal));
                shop.database.execute("DROP TRIGGER cut ON item");
                assertThat(cut).isTrue();
                checked(shop, journal, before, "round " + round + ", seed " + SEED);
            }
        }
    }

    /** Ends its own connection at one row, while the statement runs or when its transaction is about to commit. */
    private String cutter() {
        int row = 1 + random.nextInt(2999);
        String when = random.nextBoolean() ? "INITIALLY DEFERRED" : "INITIALLY IMMEDIATE";
        return """
                CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
                  $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$;
                CREATE CONSTRAINT TRIGGER cut AFTER UPDATE ON item DEFERRABLE %s FOR EACH ROW
                  WHEN (NEW.id IN (%d, %d)) EXECUTE FUNCTION cut();
                """.formatted(when, row, row % 7 == 0 ? row + 1 : row);
    }

    private static boolean cut(Runnable run) {
        try {
            run.run();
            return false;
        } catch (Failure expected) {
            return expected.sqlState() != null;
        }
    }

    /** In batches small enough that there is much to interrupt. */
    private static Plan small(Workshop shop) {
        Plan plan = shop.plan("item", "parent");
        return plan.with(new Plan.Batches(250, 40, 40));
    }

    /** Starts the program, and kills it (SIGKILL) a moment after it has told of some batches. */
    private void killed(Workshop shop, Path plan, Path journal) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        CrashingRun.class.getName(),
                        shop.database.url(),
                        plan.toString(),
                        journal.toString())
                .redirectError(folder.resolve("errors").toFile())
                .start();
        int batches = random.nextInt(25);
        try (BufferedReader told =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            boolean more = true;
            for (int i = 0; i <= batches && more; i++) {
                more = told.readLine() != null;
            }
            LockSupport.parkNanos(random.nextInt(8_000_000));
            process.destroyForcibly().waitFor();
        }
        assertThat(journal).as(() -> errors()).exists();
    }

    private String errors() {
        try {
            return Files.readString(folder.resolve("errors"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                + File.pathSeparator;
    }

    private static void checked(Workshop shop, Path journal, String before, String round) {
        Outcome outcome = shop.backfill().resume(journal, new Control(), progress -> {});

        assertThat(outcome.complete()).as(round).isTrue();
        assertThat(outcome.set()).as(round).isEqualTo(2572);
        assertThat(shop.value("""
                SELECT count(*) FROM item JOIN parent ON parent.id = parent_id
                WHERE item.id % 7 <> 0 AND item.tenant_id IS DISTINCT FROM parent.tenant_id""")).as(round).isEqualTo("0");
        assertThat(shop.value("SELECT count(*), count(DISTINCT id) FROM audit"))
                .as(round)
                .isEqualTo("2572|2572");
        assertThat(shop.value(EVERYTHING_ELSE)).as(round).isEqualTo(before);

        UndoOutcome undone = shop.undo(journal);

        assertThat(undone.undone()).as(round).isEqualTo(2572);
        assertThat(undone.skipped()).as(round).isEqualTo(Map.of());
        assertThat(
                        shop.rows(
                                "SELECT count(*), count(tenant_id), count(*) FILTER (WHERE id % 7 = 0 AND tenant_id = 'acme') FROM item"))
                .as(round)
                .isEqualTo(List.of("3000|428|428"));
        assertThat(shop.value(EVERYTHING_ELSE)).as(round).isEqualTo(before);
    }
}
