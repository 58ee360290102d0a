package dev.partywall.backfill;

import static dev.partywall.backfill.Workshop.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partywall.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackfillTest {
    private static final String SHOP = """
            CREATE TABLE customer (id int PRIMARY KEY, tenant_id text, name text, UNIQUE (tenant_id, id));
            INSERT INTO customer SELECT i, (ARRAY['acme', 'globex', NULL])[1 + i % 3], 'c' || i FROM generate_series(1, 30) i;
            CREATE TABLE "order" (
              "Order Nr 🐘" int, part int, tenant_id text, customer_id int, "by ""whom"" 2" int,
              created_at timestamptz DEFAULT now(),
              PRIMARY KEY ("Order Nr 🐘", part),
              CONSTRAINT order_customer FOREIGN KEY (tenant_id, customer_id) REFERENCES customer (tenant_id, id),
              CONSTRAINT order_agent FOREIGN KEY (tenant_id, "by ""whom"" 2") REFERENCES customer (tenant_id, id));
            INSERT INTO "order" SELECT i, i % 2, NULL, i % 30 + 1, CASE WHEN i % 10 = 0 THEN 1 END FROM generate_series(1, 300) i;
            """;

    @TempDir
    private Path folder;

    private Path journal() {
        return folder.resolve("journal");
    }

    @Test
    void findsRowsWithoutATenantAndSaysWhyAndWhatWillNotice() {
        try (Workshop shop =
                new Workshop(SHOP + "INSERT INTO customer VALUES (100, '', 'e'), (101, 'umbrella', 'u');")) {
            Gap orders = gap(shop, "order");
            Gap customers = gap(shop, "customer");

            assertThat(orders.withoutTenant()).isEqualTo(300);
            assertThat(orders.since()).contains(" to ");
            assertThat(orders.reasons()).containsExactly("tenant_id may be NULL and has no default.");
            assertThat(orders.seenBy()).anyMatch(notice -> notice.startsWith("order_agent checks it: FOREIGN KEY"));
            assertThat(customers.withoutTenant()).isEqualTo(10);
            assertThat(customers.rows()).isEqualTo(32);
            assertThat(customers.empty()).isEqualTo(1);
            assertThat(customers.unknown()).isEqualTo(1);
        }
    }

    private static Gap gap(Workshop shop, String table) {
        return shop.backfill().gaps().stream()
                .filter(gap -> gap.table().equals(table(table)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void parentsThatDisagreeOrHaveNoTenantAreNeverResolvedSilently() {
        try (Workshop shop = new Workshop(SHOP)) {
            Proposal both = shop.backfill().proposal(table("order"), Assignment.parse("parent"), Map.of());

            assertThat(both.rows()).isEqualTo(300);
            assertThat(both.count(Agreement.PARENT_WITHOUT_TENANT)).isEqualTo(100);
            assertThat(both.count(Agreement.CONFLICT)).isEqualTo(10);
            assertThat(both.assignable()).isEqualTo(190);
            assertThat(both.samples())
                    .filteredOn(sample -> sample.agreement() == Agreement.CONFLICT)
                    .first()
                    .satisfies(sample -> {
                        assertThat(sample.tenant()).isEqualTo("acme");
                        assertThat(sample.other()).isEqualTo("globex");
                        assertThat(sample.key()).hasSize(2);
                    });
        }
    }

    @Test
    void aPlanCountsWithWhatParentsWillGetAndChangesNothing() {
        try (Workshop shop = new Workshop(SHOP)) {
            Map<dev.partywall.catalog.RelationName, Assignment> ways = new LinkedHashMap<>();
            ways.put(table("order"), Assignment.parse("parent:order_customer"));
            ways.put(table("customer"), Assignment.parse("fixed:initech"));
            String before = shop.value("SELECT count(*), count(tenant_id) FROM \"order\"");

            Plan plan = shop.backfill().plan(ways);

            assertThat(plan.tables()).extracting(Plan.Table::table).containsExactly(table("customer"), table("order"));
            assertThat(plan.tables().getLast().tenants())
                    .containsExactlyInAnyOrderEntriesOf(Map.of("acme", 90L, "globex", 100L, "initech", 90L));
            assertThat(shop.value("SELECT count(*), count(tenant_id) FROM \"order\""))
                    .isEqualTo(before);

            Outcome outcome = shop.execute(plan, journal());

            assertThat(outcome.complete()).isTrue();
            assertThat(outcome.set()).isEqualTo(290);
            assertThat(shop.value("""
                    SELECT count(*) FROM "order" o JOIN customer c ON c.id = o.customer_id
                    WHERE o.tenant_id IS DISTINCT FROM c.tenant_id""")).as("the agent is another tenant's").isEqualTo("20");
        }
    }

    @Test
    void onlyRowsWithoutATenantAreTouchedAndUndoBringsTheStartBack() {
        try (Workshop shop = new Workshop(SHOP)) {
            List<String> start = shop.rows("SELECT * FROM \"order\" ORDER BY 1, 2");
            List<String> customers = shop.rows("SELECT * FROM customer ORDER BY 1");

            Outcome outcome = shop.execute(shop.plan("order", "parent"), journal());

            assertThat(outcome.set()).isEqualTo(190);
            assertThat(outcome.complete()).isTrue();
            assertThat(outcome.tables().getFirst().left())
                    .containsExactlyInAnyOrderEntriesOf(
                            Map.of(Agreement.PARENT_WITHOUT_TENANT, 100L, Agreement.CONFLICT, 10L));
            assertThat(shop.rows("SELECT * FROM customer ORDER BY 1")).isEqualTo(customers);

            UndoOutcome undone = shop.undo(journal());

            assertThat(undone.undone()).isEqualTo(190);
            assertThat(undone.skipped()).isEmpty();
            assertThat(shop.rows("SELECT * FROM \"order\" ORDER BY 1, 2")).isEqualTo(start);
        }
    }

    @Test
    void undoLeavesAloneWhatSomebodyChangedSince() {
        try (Workshop shop = new Workshop(SHOP)) {
            shop.execute(shop.plan("customer", "fixed:initech"), journal());
            shop.database.execute("""
                    UPDATE customer SET name = 'changed' WHERE id = 2;
                    UPDATE customer SET tenant_id = 'acme' WHERE id = 5;
                    DELETE FROM customer WHERE id = 8;
                    """);

            UndoOutcome undone = shop.undo(journal());

            assertThat(undone.undone()).isEqualTo(7);
            assertThat(undone.skipped())
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            UndoOutcome.Reason.CHANGED, 1L,
                            UndoOutcome.Reason.OTHER_TENANT, 1L,
                            UndoOutcome.Reason.GONE, 1L));
            assertThat(
                            shop.value(
                                    "SELECT string_agg(id || coalesce(tenant_id, '-'), ' ' ORDER BY id) FROM customer WHERE id IN (2, 5)"))
                    .isEqualTo("2initech 5acme");
            assertThat(shop.undo(journal()).undone()).as("twice is once").isEqualTo(7);
        }
    }

    @Test
    void childrenAFileAnExpressionAndAFixedTenantAssignAsWell() throws IOException {
        try (Workshop shop = new Workshop(SHOP + """
                ALTER TABLE "order" DROP CONSTRAINT order_customer;
                ALTER TABLE "order" ADD CONSTRAINT plain_customer FOREIGN KEY (customer_id) REFERENCES customer (id);
                UPDATE "order" SET tenant_id = 'initech' WHERE customer_id = 2;
                """)) {
            Path csv = folder.resolve("map.csv");
            Files.writeString(csv, "name,tenant_id\nc2,acme\nc5,globex\nc8,umbrella\nc11,acme\nc11,globex\n");
            Path json = folder.resolve("map.json");
            Files.writeString(json, "{\"2\": \"acme\", \"5\": \"globex\"}");
            Backfill backfill = shop.backfill();

            Proposal children =
                    backfill.proposal(table("customer"), Assignment.parse("children:plain_customer"), Map.of());
            Proposal file = backfill.proposal(table("customer"), Assignment.parse("map:" + csv), Map.of());
            Proposal object = backfill.proposal(table("customer"), Assignment.parse("map:" + json), Map.of());
            Proposal computed = backfill.proposal(
                    table("customer"),
                    Assignment.parse(
                            "sql:CASE WHEN '{\"a\": 1}'::jsonb ? 'a' AND name <> 'what?' AND id < 10 THEN 'acme' END"),
                    Map.of());

            assertThat(children.tenants()).isEqualTo(Map.of("initech", 1L));
            assertThat(file.tenants()).isEqualTo(Map.of("acme", 1L, "globex", 1L));
            assertThat(file.count(Agreement.UNKNOWN_TENANT)).isEqualTo(1);
            assertThat(file.count(Agreement.CONFLICT)).isEqualTo(1);
            assertThat(file.count(Agreement.NO_ANSWER)).isEqualTo(6);
            assertThat(object.tenants()).isEqualTo(Map.of("acme", 1L, "globex", 1L));
            assertThat(computed.tenants()).isEqualTo(Map.of("acme", 3L));

            assertThat(shop.execute(shop.plan("customer", "map:" + csv), journal())
                            .set())
                    .isEqualTo(2);
            assertThat(shop.value("SELECT tenant_id FROM customer WHERE id = 5"))
                    .isEqualTo("globex");
            assertThat(shop.value("SELECT count(*) FROM customer WHERE tenant_id = 'umbrella'"))
                    .isEqualTo("0");
        }
    }

    @Test
    void aRowThatATriggerRefusesIsSetAsideAndNothingElseIsLost() {
        try (Workshop shop = new Workshop("""
                CREATE TABLE item (id bigint PRIMARY KEY, tenant_id text, note text);
                INSERT INTO item SELECT i, NULL, 'n' FROM generate_series(1, 2000) i;
                CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
                  $$ BEGIN RAISE EXCEPTION 'row % is cursed', NEW.id; END $$;
                CREATE TRIGGER cursed BEFORE UPDATE ON item FOR EACH ROW WHEN (NEW.id IN (777, 1500)) EXECUTE FUNCTION refuse();
                CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
                CREATE TRIGGER kept BEFORE UPDATE ON item FOR EACH ROW WHEN (NEW.id = 42) EXECUTE FUNCTION keep();
                """)) {
            Outcome outcome = shop.execute(shop.plan("item", "fixed:acme"), journal());

            assertThat(outcome.set()).isEqualTo(1997);
            assertThat(outcome.complete()).isFalse();
            assertThat(outcome.tables().getFirst().aside())
                    .extracting(row -> row.key().getFirst())
                    .containsExactlyInAnyOrder("42", "777", "1500");
            assertThat(outcome.tables().getFirst().aside())
                    .anyMatch(row -> row.error().contains("row 777 is cursed"));
            assertThat(shop.value("SELECT count(*) FROM item WHERE tenant_id = 'acme'"))
                    .isEqualTo("1997");
            assertThat(shop.undo(journal()).undone()).isEqualTo(1997);
        }
    }

    @Test
    void partitionedAndKeylessTablesAreDoneAndUndone() {
        try (Workshop shop = new Workshop("""
                CREATE TABLE event (id int, day date, tenant_id text) PARTITION BY LIST (tenant_id);
                CREATE TABLE event_acme PARTITION OF event FOR VALUES IN ('acme');
                CREATE TABLE event_rest PARTITION OF event DEFAULT;
                INSERT INTO event SELECT i, '2026-01-01', NULL FROM generate_series(1, 50) i;
                CREATE TABLE log (line text, tenant_id text);
                INSERT INTO log SELECT 'same', NULL FROM generate_series(1, 1200);
                CREATE TABLE log_child () INHERITS (log);
                INSERT INTO log_child VALUES ('child', NULL);
                CREATE TABLE sale (id int, day date, tenant_id text, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
                CREATE TABLE sale_1 PARTITION OF sale FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
                CREATE TABLE sale_2 PARTITION OF sale FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');
                INSERT INTO sale SELECT i, date '2026-01-01' + i % 50, NULL FROM generate_series(1, 100) i;
                """)) {
            for (String name : List.of("event", "log", "sale")) {
                Path file = folder.resolve(name);
                long rows = Long.parseLong(
                        shop.value("SELECT count(*) FROM ONLY " + name)
                                        .replace("0", "")
                                        .isEmpty()
                                ? shop.value("SELECT count(*) FROM " + name)
                                : shop.value("SELECT count(*) FROM ONLY " + name));
                assertThat(shop.execute(shop.plan(name, "fixed:acme"), file).set())
                        .as(name)
                        .isEqualTo(rows);
                UndoOutcome undone = shop.undo(file);
                assertThat(undone.undone()).as(name).isEqualTo(rows);
            }
            assertThat(shop.value("SELECT tenant_id FROM log_child")).isEqualTo("-");
            assertThatThrownBy(() -> shop.plan("sale_1", "fixed:acme"))
                    .hasMessageContaining("it is a partition; choose public.sale instead");
        }
    }

    @Test
    void aRunIsRefusedWhereRowSecurityIsActive() {
        try (Workshop shop = new Workshop(SHOP + "ALTER TABLE customer ENABLE ROW LEVEL SECURITY;")) {
            Plan plan = shop.plan("customer", "fixed:acme");
            try (Workshop plain =
                    new Workshop(SHOP + "ALTER TABLE customer ENABLE ROW LEVEL SECURITY;", "workshop_plain")) {
                assertThatThrownBy(() -> plain.execute(plan, journal()))
                        .isInstanceOf(Failure.class)
                        .hasMessageContaining("Row security is active for workshop_plain on public.customer");
            }
            assertThat(journal()).doesNotExist();
        }
    }

    @Test
    void aPlanIsRefusedWhereTheTableIsNotThePlannedOne() {
        try (Workshop shop = new Workshop(SHOP)) {
            Plan plan = shop.plan("customer", "fixed:acme");
            shop.database.execute("INSERT INTO customer SELECT i, NULL, 'new' FROM generate_series(1000, 1200) i");
            assertThatThrownBy(() -> shop.execute(plan, journal()))
                    .hasMessageContaining("has 211 rows without a tenant, and the plan was made for 110 at most");
            shop.database.execute("DELETE FROM customer WHERE id >= 1000; ALTER TABLE customer ADD extra int");
            assertThatThrownBy(() -> shop.execute(plan, journal()))
                    .hasMessageContaining("The columns of public.customer");
            assertThat(shop.value("SELECT count(*) FROM customer WHERE tenant_id IS NULL"))
                    .isEqualTo("10");
        }
    }

    @Test
    void aSecondRunOnTheSameTableIsRefusedWhileOneIsAtWork() {
        try (Workshop shop = new Workshop(SHOP)) {
            Plan plan = shop.plan("customer", "fixed:acme");
            Backfill first = shop.backfill();
            Backfill second = shop.backfill();
            first.execute(
                    plan,
                    journal(),
                    new Control(),
                    progress -> assertThatThrownBy(
                                    () -> second.execute(plan, folder.resolve("other"), new Control(), other -> {}))
                            .hasMessageContaining("Another back-fill is at work on public.customer (process "));
            assertThat(folder.resolve("other")).doesNotExist();
        }
    }

    @Test
    void rowsOthersHoldAreSkippedAndComeBackTo() throws Exception {
        try (Workshop shop = new Workshop(SHOP);
                Holder holder = new Holder(shop.database, "SELECT FROM customer WHERE id IN (2, 5) FOR UPDATE")) {
            Plan plan = shop.plan("customer", "fixed:acme");
            Backfill backfill = shop.backfill();

            Outcome outcome = backfill.execute(plan, journal(), new Control(), progress -> holder.release());

            assertThat(outcome.set()).isEqualTo(10);
            assertThat(outcome.complete()).isTrue();
        }
    }

    @Test
    void rowsHeldToTheEndAreToldAndGotByResuming() throws Exception {
        try (Workshop shop = new Workshop(SHOP)) {
            try (Holder holder = new Holder(shop.database, "SELECT FROM customer WHERE id = 5 FOR UPDATE")) {
                Outcome outcome = shop.execute(shop.plan("customer", "fixed:acme"), journal());
                assertThat(outcome.set()).isEqualTo(9);
                assertThat(outcome.tables().getFirst().held()).isEqualTo(1);
                assertThat(outcome.complete()).isFalse();
            }
            assertThat(shop.resume(journal()).set()).isEqualTo(10);
        }
    }

    @Test
    void stoppingEndsAfterABatchAndResumingDoesTheRest() {
        try (Workshop shop = new Workshop("""
                CREATE TABLE item (id int PRIMARY KEY, tenant_id text);
                INSERT INTO item SELECT i FROM generate_series(1, 3000) i;
                """)) {
            Control control = new Control();
            Outcome stopped = shop.backfill()
                    .execute(shop.plan("item", "fixed:acme"), journal(), control, progress -> control.stop());
            assertThat(stopped.stopped()).isTrue();
            assertThat(stopped.set()).isEqualTo(500);
            assertThat(shop.resume(journal()).set()).isEqualTo(3000);
            assertThat(shop.undo(journal()).undone()).isEqualTo(3000);
            assertThatThrownBy(() -> shop.resume(journal())).hasMessageContaining("was undone");
        }
    }

    @Test
    void aTableThatReferencesItselfIsFollowedFromTheRoots() {
        try (Workshop shop = new Workshop("""
                CREATE TABLE category (id int PRIMARY KEY, tenant_id text, above int REFERENCES category (id));
                INSERT INTO category SELECT i, CASE WHEN i = 20 THEN 'acme' END, CASE WHEN i < 20 THEN i + 1 END
                FROM generate_series(1, 20) i;
                """)) {
            assertThat(shop.execute(shop.plan("category", "parent"), journal()).set())
                    .isGreaterThanOrEqualTo(5);
        }
    }

    @Test
    void verifyingFindsCrossTenantReferencesAndClosingSaysHow() {
        try (Workshop shop = new Workshop("""
                CREATE TABLE customer (id int PRIMARY KEY, tenant_id text);
                INSERT INTO customer VALUES (1, 'acme');
                CREATE TABLE orders (id int PRIMARY KEY, tenant_id text, customer_id int CONSTRAINT whose REFERENCES customer);
                INSERT INTO orders VALUES (1, 'globex', 1), (2, 'acme', 1);
                ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
                CREATE POLICY own ON orders USING (tenant_id = current_setting('app.tenant', true) AND id <> 2);
                """)) {
            Verification orders =
                    shop.backfill().verify(List.of(table("orders"))).getFirst();
            assertThat(orders.crossing()).isEqualTo(Map.of("whose", 1L));
            assertThat(orders.hidden()).containsExactly("Tenant acme sees 0 of its 1 rows.");

            List<String> closing = shop.backfill().closing(table("orders")).stream()
                    .map(ClosingStep::sql)
                    .toList();
            assertThat(closing.getFirst())
                    .isEqualTo("ALTER TABLE public.orders ALTER COLUMN tenant_id SET DEFAULT "
                            + "NULLIF(current_setting('app.tenant', true), '')::text");
        }
    }

    @Test
    void aPlanSurvivesItsFile() throws IOException {
        try (Workshop shop = new Workshop(SHOP)) {
            Plan plan = shop.plan("order", "parent:order_customer");
            Path file = folder.resolve("plan.json");
            Files.writeString(file, PlanFile.write(plan));
            assertThat(PlanFile.read(file)).isEqualTo(plan);
            Files.writeString(file, PlanFile.write(plan).replace("backfill/1", "backfill/9"));
            assertThatThrownBy(() -> PlanFile.read(file)).hasMessageContaining("is not a plan this version can read");
        }
    }

    @Test
    void tablesThatTakeTheirTenantFromEachOtherAreNamed() {
        try (Workshop shop = new Workshop("""
                CREATE TABLE a (id int PRIMARY KEY, tenant_id text, b int);
                CREATE TABLE b (id int PRIMARY KEY, tenant_id text, a int REFERENCES a);
                ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES b;
                """)) {
            Assignment parent = Assignment.parse("parent");
            assertThatThrownBy(() -> shop.backfill().plan(Map.of(table("a"), parent, table("b"), parent)))
                    .hasMessageContaining("take their tenant from each other");
        }
    }
}
