package dev.partywall.backfill;

import static dev.partywall.backfill.Workshop.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the server's own mechanisms make of an update, and that it is known beforehand or set aside. */
class TriggersTest {
    private static final String ITEMS = """
            CREATE TABLE item (id int PRIMARY KEY, tenant_id text, touched int NOT NULL DEFAULT 0);
            INSERT INTO item SELECT i FROM generate_series(1, 1000) i;
            """;
    private static final String TRIGGER = """
            CREATE FUNCTION meddle() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN %s RETURN NEW; END $$;
            CREATE TRIGGER meddle BEFORE UPDATE ON item FOR EACH ROW WHEN (%s) EXECUTE FUNCTION meddle();
            """;

    @TempDir
    private Path folder;

    private Path journal() {
        return folder.resolve("journal");
    }

    @Test
    void aRowWhoseTenantATriggerRewritesIsNeverCommitted() {
        try (Workshop shop =
                new Workshop(ITEMS + TRIGGER.formatted("NEW.tenant_id := 'globex';", "NEW.id IN (10, 700)"))) {
            Outcome outcome = shop.execute(shop.plan("item", "fixed:acme"), journal());

            assertThat(outcome.set()).isEqualTo(998);
            assertThat(outcome.complete()).isFalse();
            assertThat(outcome.tables().getFirst().aside())
                    .allMatch(row -> row.error().equals("a trigger made its tenant globex"))
                    .extracting(row -> row.key().getFirst())
                    .containsExactlyInAnyOrder("10", "700");
            assertThat(shop.rows("SELECT id FROM item WHERE tenant_id IS NULL ORDER BY id"))
                    .containsExactly("10", "700");
            assertThat(shop.undo(journal()).undone()).isEqualTo(998);
        }
    }

    @Test
    void aRowThatATriggerKeepsIsSetAsideAndTheOthersAreNot() {
        try (Workshop shop = new Workshop(ITEMS + TRIGGER.formatted("RETURN NULL;", "NEW.id = 500"))) {
            Outcome outcome = shop.execute(shop.plan("item", "fixed:acme"), journal());
            assertThat(outcome.set()).isEqualTo(999);
            assertThat(outcome.tables().getFirst().aside()).singleElement().satisfies(row -> {
                assertThat(row.key()).containsExactly("500");
                assertThat(row.error()).contains("kept the row as it was");
            });
        }
    }

    @Test
    void withTriggersOffNoneFires() {
        try (Workshop shop = new Workshop(ITEMS + TRIGGER.formatted("NEW.touched := 1;", "true")
                + "GRANT SET ON PARAMETER" + " session_replication_role TO workshop_bypass;")) {
            shop.execute(shop.plan("item", "fixed:acme").withoutTriggers(), journal());
            assertThat(shop.value("SELECT sum(touched) FROM item")).isEqualTo("0");
            shop.database.execute("REVOKE SET ON PARAMETER session_replication_role FROM workshop_bypass");
        }
    }

    @Test
    void triggersStayOnWhereThatIsNotAllowed() {
        try (Workshop shop = new Workshop(ITEMS, "workshop_plain")) {
            Plan plan = shop.plan("item", "fixed:acme").withoutTriggers();
            assertThatThrownBy(() -> shop.execute(plan, journal()))
                    .hasMessageContaining("may not set session_replication_role");
            assertThat(journal()).doesNotExist();
        }
    }

    @Test
    void undoThatATriggerOrAnotherTableForbidsSetsThatRowAside() {
        try (Workshop shop = new Workshop("""
                CREATE TABLE item (id int PRIMARY KEY, tenant_id text, UNIQUE (tenant_id, id));
                INSERT INTO item SELECT i FROM generate_series(1, 1000) i;
                CREATE TABLE leaf (id int PRIMARY KEY, tenant_id text, item_id int,
                                   FOREIGN KEY (tenant_id, item_id) REFERENCES item (tenant_id, id));
                """)) {
            shop.execute(shop.plan("item", "fixed:acme"), journal());
            shop.database.execute("INSERT INTO leaf VALUES (1, 'acme', 123)");

            UndoOutcome undone = shop.undo(journal());

            assertThat(undone.undone()).isEqualTo(999);
            assertThat(undone.aside())
                    .singleElement()
                    .satisfies(row -> assertThat(row.key()).containsExactly("123"));
            shop.database.execute("DELETE FROM leaf");
            assertThat(shop.undo(journal()).undone()).as("once that is mended").isEqualTo(1000);
            assertThat(shop.value("SELECT count(tenant_id) FROM item")).isEqualTo("0");
        }
    }

    @Test
    void whatTheServerWouldRefuseIsFoundBeforehand() {
        try (Workshop shop = new Workshop("""
                CREATE TABLE published (id int, tenant_id text);
                CREATE TABLE part (id int, tenant_id text) PARTITION BY LIST (tenant_id);
                CREATE TABLE part_rest PARTITION OF part DEFAULT;
                CREATE UNLOGGED TABLE ruled (id int PRIMARY KEY, tenant_id text);
                CREATE RULE quiet AS ON UPDATE TO ruled DO INSTEAD NOTHING;
                CREATE VIEW seen AS SELECT * FROM published;
                INSERT INTO published VALUES (1); INSERT INTO part VALUES (1); INSERT INTO ruled VALUES (1);
                CREATE PUBLICATION sent FOR TABLE published, part;
                """)) {
            assertRefused(shop, "published", "Publication sent sends what happens to public.published");
            assertRefused(shop, "part", "Publication sent sends what happens to public.part");
            assertRefused(shop, "ruled", "Rules of public.ruled (quiet)");
            assertThatThrownBy(() -> shop.plan("seen", "fixed:acme")).hasMessageContaining("it is a view");
            assertThat(gap(shop, "published").seenBy()).anyMatch(sentence -> sentence.contains("no replica identity"));
            assertThat(gap(shop, "part").seenBy()).anyMatch(sentence -> sentence.contains("rows move"));
            assertThat(gap(shop, "ruled").seenBy()).anyMatch(sentence -> sentence.contains("unlogged"));

            shop.database.execute(
                    "ALTER TABLE published REPLICA IDENTITY FULL; ALTER TABLE part_rest REPLICA IDENTITY FULL;"
                            + " ALTER TABLE part REPLICA IDENTITY FULL;");
            assertThat(shop.execute(shop.plan("published", "fixed:acme"), folder.resolve("published"))
                            .set())
                    .isEqualTo(1);
            assertThat(shop.execute(shop.plan("part", "fixed:acme"), folder.resolve("part"))
                            .set())
                    .isEqualTo(1);
        }
    }

    private void assertRefused(Workshop shop, String name, String why) {
        Plan plan = shop.plan(name, "fixed:acme");
        assertThatThrownBy(() -> shop.execute(plan, folder.resolve(name))).hasMessageContaining(why);
        assertThat(folder.resolve(name)).doesNotExist();
    }

    private static Gap gap(Workshop shop, String name) {
        return shop.backfill().gaps().stream()
                .filter(gap -> gap.table().equals(table(name)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aForcedTableIsFineForARoleThatBypasses() {
        try (Workshop shop = new Workshop(
                ITEMS + "ALTER TABLE item ENABLE ROW LEVEL SECURITY; ALTER TABLE item FORCE ROW LEVEL SECURITY;")) {
            assertThat(shop.execute(shop.plan("item", "fixed:acme"), journal()).set())
                    .isEqualTo(1000);
        }
    }

    @Test
    void aPlanFromElsewhereIsRefusedWhereItsTenantsAreUnknown() {
        try (Workshop shop = new Workshop(ITEMS)) {
            Plan plan = shop.plan("item", "fixed:initech");
            shop.database.execute("DELETE FROM tenant WHERE id = 'initech'");
            assertThatThrownBy(() -> shop.execute(plan, journal()))
                    .hasMessageContaining("tenants that this database does not know: initech");
            assertThat(List.of(shop.value("SELECT count(tenant_id) FROM item"))).containsExactly("0");
        }
    }
}
