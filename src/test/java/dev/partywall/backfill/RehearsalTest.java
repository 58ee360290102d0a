package dev.partywall.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {
    private static final String ITEMS = """
            CREATE TABLE parent (id int PRIMARY KEY, tenant_id text);
            INSERT INTO parent SELECT i, (ARRAY['acme', 'globex', NULL])[1 + i % 3] FROM generate_series(1, 30) i;
            CREATE TABLE item (id int PRIMARY KEY, tenant_id text, parent_id int REFERENCES parent, updated_at timestamptz,
                               shown text GENERATED ALWAYS AS (id || coalesce(tenant_id, '')) STORED);
            INSERT INTO item SELECT i, CASE WHEN i > 280 THEN 'acme' END, 1 + i % 30 FROM generate_series(1, 300) i;
            CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
              IF NEW.id = 6 THEN RAISE EXCEPTION 'row 6 is cursed'; END IF;
              NEW.updated_at := now(); RETURN NEW; END $$;
            """;
    private static final String TOUCH =
            "CREATE TRIGGER touch BEFORE UPDATE ON item FOR EACH ROW EXECUTE FUNCTION touch();";
    private static final String ALL = "SELECT md5(string_agg(i::text, ',' ORDER BY id)), count(*) FROM item i";

    @TempDir
    private Path folder;

    @Test
    void whatIsSaidBeforehandIsWhatHappens() {
        try (Workshop shop = new Workshop(ITEMS + TOUCH)) {
            List<String> start = shop.rows(ALL);
            Plan plan = shop.plan("item", "parent");

            Rehearsal.Table told =
                    shop.backfill().rehearse(plan, new Control()).tables().getFirst();

            assertThat(shop.rows(ALL)).as("nothing was changed").isEqualTo(start);
            assertThat(told.sampled()).isFalse();
            assertThat(told.aside()).singleElement().satisfies(row -> {
                assertThat(row.key()).containsExactly("6");
                assertThat(row.error()).contains("row 6 is cursed");
            });
            assertThat(told.before()).isEqualTo(Map.of("acme", 20L));
            assertThat(told.rows()).isNotEmpty();
            assertThat(told.walBytes()).isPositive();

            Outcome.Table done =
                    shop.execute(plan, folder.resolve("journal")).tables().getFirst();

            assertThat(told.changed()).isEqualTo(done.set());
            assertThat(told.aside()).isEqualTo(done.aside());
            assertThat(told.left()).isEqualTo(done.left());
            assertThat(shop.rows(
                            "SELECT tenant_id, count(*) FROM item WHERE tenant_id IS NOT NULL GROUP BY 1 ORDER BY 1"))
                    .isEqualTo(told.after().entrySet().stream()
                            .map(entry -> entry.getKey() + "|" + entry.getValue())
                            .toList());
        }
    }

    @Test
    void columnsThatChangeAlongAreNamed() {
        try (Workshop shop = new Workshop(ITEMS.replace("NEW.id = 6", "false") + TOUCH)) {
            Rehearsal.Table told = shop.backfill()
                    .rehearse(shop.plan("item", "parent"), new Control())
                    .tables()
                    .getFirst();
            assertThat(told.sideEffects())
                    .anyMatch(sentence -> sentence.startsWith("A trigger changes updated_at as well, in "))
                    .anyMatch(sentence -> sentence.startsWith("Generated column shown is computed anew"))
                    .hasSize(2);
        }
    }

    @Test
    void aLargeTableIsTriedOnASample() {
        try (Workshop shop = new Workshop("""
                CREATE TABLE item (id int PRIMARY KEY, tenant_id text);
                INSERT INTO item SELECT i FROM generate_series(1, 30000) i;
                """)) {
            Rehearsal.Table told = shop.backfill()
                    .rehearse(shop.plan("item", "fixed:acme"), new Control())
                    .tables()
                    .getFirst();
            assertThat(told.sampled()).isTrue();
            assertThat(told.changed()).isBetween(1L, 29_999L);
            assertThat(told.after()).isEqualTo(Map.of("acme", 30_000L));
            assertThat(shop.value("SELECT count(tenant_id) FROM item")).isEqualTo("0");
        }
    }
}
