package dev.partywall.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.demo.EmbeddedServer;
import dev.partywall.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * However a run ends, while others write to the table: resumed, every row that was NULL has its planned tenant, set once, and
 * nothing else has changed; undone, what nobody has changed since is as it was.
 *
 * <p>{@code -Dpartywall.crash.kills=100} and {@code -Dpartywall.crash.server=20} for more of it.
 */
class CrashTest {
    private static final int KILLS = Integer.getInteger("partywall.crash.kills", 4);
    private static final int SERVER_KILLS = Integer.getInteger("partywall.crash.server", 2);
    private static final long SEED = Long.getLong("partywall.crash.seed", System.nanoTime());
    private static final int KILLS_A_ROUND = 4;
    private static final Plan.Batches SMALL = new Plan.Batches(250, 25, 25);

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);

    @Test
    void aRunWhoseProgramIsKilledLosesNothing() throws IOException, InterruptedException {
        int killed = 0;
        for (int round = 0; killed < KILLS; round++) {
            String what = "round " + round + ", seed " + SEED;
            try (Workshop shop = new Workshop(CrashWorld.ITEMS)) {
                CrashWorld world = new CrashWorld(shop);
                Path journal = folder.resolve("killed-" + round);
                Path plan = Files.writeString(
                        folder.resolve("plan-" + round),
                        PlanFile.write(shop.plan("item", "parent").with(SMALL)));
                Victim victim = new Victim(folder, shop.database.url(), plan, journal, random);
                try (Writers writers = new Writers(shop.database.url(), CrashWorld.ROWS, 2, SEED)) {
                    for (int kill = 0; kill < KILLS_A_ROUND - 1; kill++) {
                        killed += victim.killed("run") ? 1 : 0;
                    }
                    assertThat(shop.resume(journal).complete()).as(what).isTrue();
                }
                world.assertDone(what);
                String ours = world.ours();
                List<String> others = world.tenants(ours);
                killed += victim.killed("undo") ? 1 : 0;
                UndoOutcome undone = shop.undo(journal);
                assertThat(undone.held() + undone.aside().size()).as(what).isZero();
                assertThat(undone.undone()).as(what).isEqualTo(ours.split(",").length);
                world.assertUndone(what, ours, others);
            }
        }
        System.out.printf("killed the program %d times, seed %d%n", killed, SEED);
    }

    @Test
    void aRunWhoseServerIsKilledLosesNothing() throws SQLException, IOException {
        AtomicInteger killed = new AtomicInteger();
        try (EmbeddedServer server = EmbeddedServer.start(Map.of("synchronous_commit", "on"))) {
            for (int round = 0; killed.get() < SERVER_KILLS; round++) {
                String what = "round " + round + ", seed " + SEED;
                try (Workshop shop = Workshop.on(server, "crash" + round, CrashWorld.ITEMS)) {
                    CrashWorld world = new CrashWorld(shop);
                    Path journal = folder.resolve("server-" + round);
                    Plan plan = shop.plan("item", "parent").with(SMALL);
                    try (Writers writers = new Writers(shop.url(), CrashWorld.ROWS, 2, SEED)) {
                        survive(shop, killed, at -> {
                            if (Files.exists(journal)) {
                                shop.backfill().resume(journal, new Control(), at);
                            } else {
                                shop.backfill().execute(plan, journal, new Control(), at);
                            }
                        });
                    }
                    world.assertDone(what);
                    String ours = world.ours();
                    List<String> others = world.tenants(ours);
                    survive(shop, killed, at -> shop.backfill().undo(journal, new Control(), at));
                    world.assertUndone(what, ours, others);
                }
            }
        }
        System.out.printf("killed the server %d times, seed %d%n", killed.get(), SEED);
    }

    /** What is done, telling of each batch. */
    private interface Work {
        void run(Consumer<Progress> at);
    }

    /** Kills the server twice while it is done, and does it again until it ends by itself. */
    private void survive(Workshop shop, AtomicInteger killed, Work work) {
        for (int kill = 0; kill < 2; kill++) {
            int batch = 1 + random.nextInt(12);
            int nanos = random.nextInt(6_000_000);
            AtomicInteger seen = new AtomicInteger();
            List<CompletableFuture<Void>> crash = new ArrayList<>();
            again(work, at -> {
                if (seen.incrementAndGet() == batch) {
                    crash.add(CompletableFuture.runAsync(() -> {
                        LockSupport.parkNanos(nanos);
                        shop.crash();
                        killed.incrementAndGet();
                    }));
                }
            });
            crash.forEach(CompletableFuture::join);
            shop.awaitServer();
        }
        // Connections from before are found dead one by one.
        for (int tries = 0; tries < 20; tries++) {
            if (again(work, at -> {})) {
                return;
            }
        }
        work.run(at -> {});
    }

    private static boolean again(Work work, Consumer<Progress> at) {
        try {
            work.run(at);
            return true;
        } catch (Failure lost) {
            assertThat(lost.sqlState()).as(lost.getMessage()).isNotNull();
            return false;
        }
    }

    @Test
    void aRunWhoseConnectionIsCutLosesNothing() {
        for (int round = 0; round < KILLS; round++) {
            try (Workshop shop = new Workshop(CrashWorld.ITEMS + cutter())) {
                CrashWorld world = new CrashWorld(shop);
                Path journal = folder.resolve("cut-" + round);
                Plan plan = shop.plan("item", "parent").with(SMALL);
                boolean cut = cut(() -> shop.execute(plan, journal));
                shop.database.execute("DROP TRIGGER cut ON item");
                assertThat(cut).isTrue();
                assertThat(shop.resume(journal).complete()).isTrue();
                world.assertDone("round " + round + ", seed " + SEED);
            }
        }
    }

    /** Ends its own connection at one row, while the statement runs or when its transaction is about to commit. */
    private String cutter() {
        int row = 1 + random.nextInt(CrashWorld.ROWS - 1);
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
}
