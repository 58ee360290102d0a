package dev.partywall.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.access.Inspector;
import dev.partywall.backfill.Assignment;
import dev.partywall.backfill.Backfill;
import dev.partywall.backfill.Control;
import dev.partywall.backfill.Outcome;
import dev.partywall.backfill.Plan;
import dev.partywall.catalog.RelationName;
import dev.partywall.connect.Link;
import dev.partywall.demo.EmbeddedServer;
import dev.partywall.profile.Environment;
import dev.partywall.profile.Login;
import dev.partywall.profile.Profile;
import dev.partywall.profile.Registry;
import dev.partywall.profile.TenancyDeclaration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A back-fill of medusa-store's order_item by parent against one bare {@code UPDATE ... FROM}, each alone and beside a load
 * on the same table. The server writes to disk as one that is meant to last does.
 */
class BackfillBenchmark {
    private static final int ROWS = Integer.getInteger("partywall.bench.items", 1_000_000);
    private static final RelationName ITEMS = new RelationName("public", "order_item");
    private static final String BARE = """
            UPDATE order_item AS i SET tenant_id = o.tenant_id FROM "order" AS o
            WHERE o.id = i.order_id AND i.tenant_id IS NULL AND o.tenant_id IS NOT NULL""";
    private static final Map<String, String> DURABLE = Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "shared_buffers", "512MB",
            "max_wal_size", "8GB",
            "checkpoint_timeout", "1h",
            "autovacuum", "off");

    @TempDir
    private Path folder;

    @Test
    void orderItemsByParent() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start(DURABLE)) {
            BenchmarkShop shop = new BenchmarkShop(server, ROWS);
            Load.Figures alone = Load.beside(shop.copy("alone"), ROWS, () -> TimeUnit.SECONDS.sleep(20));
            String quiet = shop.copy("bare");
            long bare = Load.millis(() -> shop.run(quiet, BARE));
            String filledQuiet = shop.copy("filled");
            long filled = Load.millis(() -> backfill(filledQuiet, "quiet"));
            String busyBare = shop.copy("beside_bare");
            Load.Figures beside = Load.beside(busyBare, ROWS, () -> shop.run(busyBare, BARE));
            String busyFilled = shop.copy("beside_filled");
            Load.Figures during = Load.beside(busyFilled, ROWS, () -> backfill(busyFilled, "beside the load"));

            System.out.printf(
                    "%,d rows. Without load: bare UPDATE by %s %d ms, back-fill %d ms, ratio %.2f%n",
                    ROWS, shop.client(), bare, filled, (double) filled / bare);
            System.out.printf(
                    "load alone: %s%nbeside the bare UPDATE: %s%nbeside the back-fill: %s%n", alone, beside, during);
            System.out.printf(
                    "ratio of times beside the load %.2f; of 99th percentiles: bare %.2f, back-fill %.2f%n",
                    (double) during.millis() / beside.millis(), beside.p99() / alone.p99(), during.p99() / alone.p99());
        }
    }

    private void backfill(String url, String name) throws IOException {
        long[] heap = new long[2];
        Path journal = folder.resolve(name);
        try (Link link = Link.open(profile(url))) {
            Backfill backfill = new Backfill(link, Inspector.inspect(link));
            Plan plan = backfill.plan(Map.of(ITEMS, Assignment.parse("parent")));
            Outcome outcome = backfill.execute(plan, journal, new Control(), at -> {
                if (heap[0] == 0 && at.done() > ROWS / 10) {
                    heap[0] = heap();
                } else if (heap[1] == 0 && at.done() > ROWS * 9L / 10) {
                    heap[1] = heap();
                }
            });
            assertThat(outcome.complete()).isTrue();
            System.out.printf(
                    "%s: %,d rows, journal %d MB, heap %d MB after a tenth and %d MB after nine%n",
                    name, outcome.set(), Files.size(journal) >> 20, heap[0] >> 20, heap[1] >> 20);
        }
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static Profile profile(String url) {
        return new Profile(
                "bench",
                Environment.DEVELOPMENT,
                new Login(url, "medusa_app_user", null),
                new Login(url, "medusa_support", null),
                new TenancyDeclaration(
                        Map.of("app.current_tenant", "{tenant}"),
                        Map.of(),
                        Map.of(),
                        "tenant_id",
                        Map.of(),
                        new Registry("public.store", "tenant_id", "name", null),
                        List.of("public"),
                        Set.of(),
                        null,
                        null,
                        Set.of(),
                        null));
    }
}
