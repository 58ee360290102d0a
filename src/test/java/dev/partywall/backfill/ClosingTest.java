package dev.partywall.backfill;

import static dev.partywall.backfill.Workshop.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.backfill.ClosingResult.Fate;
import dev.partywall.backfill.ClosingStep.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingTest {
    private static final String ORDERS = """
            CREATE TABLE customer (id int PRIMARY KEY, tenant_id text);
            INSERT INTO customer VALUES (1, 'acme'), (2, 'globex');
            CREATE TABLE "order" (id int PRIMARY KEY, tenant_id text,
                                  customer_id int CONSTRAINT whose REFERENCES customer ON DELETE SET NULL);
            INSERT INTO "order" VALUES (1, 'acme', 1), (2, 'globex', 2);
            """;
    private static final String OWNED =
            "ALTER TABLE customer OWNER TO workshop_bypass; ALTER TABLE \"order\" OWNER TO workshop_bypass;"
                    + "GRANT CREATE ON SCHEMA public TO workshop_bypass;";

    private static List<ClosingResult> close(Workshop shop) {
        return shop.backfill().close(table("order"), new Control(), result -> {});
    }

    @Test
    void theDoorIsClosedStepByStep() {
        try (Workshop shop = new Workshop(ORDERS + OWNED)) {
            List<ClosingResult> results = close(shop);

            assertThat(results).allMatch(result -> result.fate() == Fate.DONE, "done");
            assertThat(results)
                    .extracting(result -> result.step().kind())
                    .containsExactly(
                            Kind.DEFAULT,
                            Kind.CHECK,
                            Kind.VALIDATE_CHECK,
                            Kind.NOT_NULL,
                            Kind.DROP_CHECK,
                            Kind.INDEX,
                            Kind.PARENT_KEY,
                            Kind.FOREIGN_KEY,
                            Kind.VALIDATE_KEY);
            assertThat(shop.backfill().closing(table("order")))
                    .as("nothing is left to do")
                    .isEmpty();
            assertThat(
                            shop.rows(
                                    "SELECT attnotnull FROM pg_attribute WHERE attrelid = '\"order\"'::regclass AND attname = 'tenant_id'"))
                    .containsExactly("t");
            shop.database.execute("DELETE FROM customer WHERE id = 1");
            assertThat(shop.value("SELECT customer_id FROM \"order\" WHERE id = 1"))
                    .as("the key that was there still does its part")
                    .isEqualTo("-");
        }
    }

    @Test
    void whileRowsAreLeftNobodyIsKeptFromChangingThem() {
        try (Workshop shop = new Workshop(ORDERS + "INSERT INTO \"order\" VALUES (3, NULL, 1);" + OWNED)) {
            List<ClosingResult> results = close(shop);
            assertThat(results)
                    .filteredOn(result -> result.step().chain().equals(Closing.PRESENCE))
                    .isNotEmpty()
                    .allMatch(result -> result.fate() == Fate.SKIPPED)
                    .allMatch(result -> "1 rows without a tenant are left".equals(result.error()));
            shop.database.execute("UPDATE \"order\" SET customer_id = 2 WHERE id = 3");
        }
    }

    @Test
    void aStepThatIsRefusedEndsOnlyThoseThatNeedIt() {
        try (Workshop shop = new Workshop(ORDERS + "INSERT INTO \"order\" VALUES (3, 'globex', 1);" + OWNED)) {
            List<ClosingResult> results = close(shop);
            assertThat(results)
                    .filteredOn(result -> result.fate() != Fate.DONE)
                    .singleElement()
                    .satisfies(result -> {
                        assertThat(result.step().kind()).isEqualTo(Kind.VALIDATE_KEY);
                        assertThat(result.error()).contains("whose_tenant");
                    });
        }
    }

    @Test
    void whoeverDoesNotOwnTheTableIsToldSo() {
        try (Workshop shop = new Workshop(ORDERS)) {
            assertThat(close(shop))
                    .filteredOn(result -> result.step().kind() == Kind.DEFAULT)
                    .allMatch(result -> result.fate() == Fate.REFUSED
                            && String.valueOf(result.error()).contains("order"));
        }
    }

    @Test
    void aLockThatOthersHoldIsWaitedForBrieflyAndTriedAgain() throws Exception {
        try (Workshop shop = new Workshop(ORDERS + OWNED);
                Holder holder = new Holder(shop.database, "LOCK TABLE \"order\" IN ROW EXCLUSIVE MODE")) {
            // Released once the first step was tried in vain: the index is built beside the lock.
            List<ClosingResult> results = new java.util.ArrayList<>();
            var work = java.util.concurrent.CompletableFuture.runAsync(() -> results.addAll(close(shop)));
            while (shop.value("SELECT count(*) FROM pg_locks WHERE NOT granted").equals("0")) {
                java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
            }
            while (!shop.value("SELECT count(*) FROM pg_locks WHERE NOT granted")
                    .equals("0")) {
                java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
            }
            holder.release();
            work.join();
            assertThat(results).allMatch(result -> result.fate() == Fate.DONE, "done");
            assertThat(results.getFirst().tries()).isGreaterThan(1);
        }
    }

    @Test
    void partitionsAreIndexedOneByOne() {
        try (Workshop shop = new Workshop("""
                CREATE TABLE "order" (id int, tenant_id text, PRIMARY KEY (id)) PARTITION BY RANGE (id);
                CREATE TABLE order_1 PARTITION OF "order" FOR VALUES FROM (0) TO (10) PARTITION BY RANGE (id);
                CREATE TABLE order_1a PARTITION OF order_1 FOR VALUES FROM (0) TO (10);
                CREATE TABLE order_2 PARTITION OF "order" FOR VALUES FROM (10) TO (20);
                INSERT INTO "order" SELECT i, 'acme' FROM generate_series(0, 19) i;
                ALTER TABLE order_1 OWNER TO workshop_bypass; ALTER TABLE order_1a OWNER TO workshop_bypass;
                ALTER TABLE order_2 OWNER TO workshop_bypass; ALTER TABLE "order" OWNER TO workshop_bypass;
                GRANT CREATE ON SCHEMA public TO workshop_bypass;
                """)) {
            List<ClosingResult> results = close(shop);
            assertThat(results).allMatch(result -> result.fate() == Fate.DONE, "done");
            assertThat(results)
                    .filteredOn(result -> result.step().kind() == Kind.INDEX)
                    .hasSize(3);
            assertThat(shop.value("SELECT count(*) FROM pg_index WHERE NOT indisvalid"))
                    .isEqualTo("0");
            assertThat(shop.backfill().closing(table("order"))).isEmpty();
        }
    }
}
