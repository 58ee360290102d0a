package dev.partywall.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeletionTest {
    private static final String ODD = """
            CREATE TYPE mood AS ENUM ('sad', 'o,k "');
            CREATE TABLE odd (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, tenant_id text, gone int,
              "a ""b"", c" text, u char(5), f float8, n numeric, t timestamptz, i interval, b bytea, a text[], j jsonb, m mood,
              s int GENERATED ALWAYS AS (id::int * 2) STORED);
            ALTER TABLE odd DROP COLUMN gone;
            INSERT INTO odd (tenant_id, "a ""b"", c", u, f, n, t, i, b, a, j, m)
            SELECT CASE WHEN i > 60 THEN 'acme' END, E'x(",\\\\)\\n\\'' || i, 'u', 0.1 + i / 3.0, 1.10, 'infinity', '-1 day 2 hours',
                   '\\x00ff', ARRAY['a,b', NULL, '"'], '{"k": null}', 'o,k "' FROM generate_series(1, 80) i;
            INSERT INTO odd (tenant_id, "a ""b"", c") VALUES (NULL, NULL), (NULL, '');
            """;
    private static final String ALL = "SELECT o::text FROM odd o ORDER BY id";

    @TempDir
    private Path folder;

    private Path journal() {
        return folder.resolve("journal");
    }

    @Test
    void whatIsDeletedComesBackExactly() {
        try (Workshop shop = new Workshop(ODD)) {
            List<String> start = shop.rows(ALL);
            Plan plan = shop.plan("odd", "delete").with(new Plan.Batches(250, 7, 7));
            assertThat(plan.deletions()).isEqualTo(62);

            assertThat(shop.execute(plan.confirmed(62), journal()).set()).isEqualTo(62);
            assertThat(shop.value("SELECT count(*) FROM odd")).isEqualTo("20");

            UndoOutcome undone = shop.undo(journal());
            assertThat(undone.complete()).isTrue();
            assertThat(undone.undone()).isEqualTo(62);
            assertThat(shop.rows(ALL)).isEqualTo(start);
            assertThat(shop.undo(journal()).undone()).as("twice is once").isEqualTo(62);
            assertThat(shop.rows(ALL)).isEqualTo(start);
        }
    }

    @Test
    void nothingIsDeletedThatNobodyConfirmed() {
        try (Workshop shop = new Workshop(ODD)) {
            Plan plan = shop.plan("odd", "delete");
            assertThatThrownBy(() -> shop.execute(plan, journal())).hasMessageContaining("nobody has confirmed that");
            assertThatThrownBy(() -> plan.confirmed(61)).hasMessageContaining("61 rows were confirmed");
            shop.database.execute("INSERT INTO odd (tenant_id) VALUES (NULL)");
            assertThatThrownBy(() -> shop.execute(plan.confirmed(62), journal()))
                    .as("not one more than was counted")
                    .hasMessageContaining("has 63 rows without a tenant, and the plan was made for 62 at most");
            assertThat(shop.value("SELECT count(*) FROM odd")).isEqualTo("83");
            assertThat(journal()).doesNotExist();
        }
    }

    @Test
    void rowsOfOtherTablesNeverGoAlong() {
        try (Workshop shop = new Workshop(
                ODD + "CREATE TABLE leaf (id int PRIMARY KEY, odd_id bigint REFERENCES odd ON DELETE CASCADE);")) {
            Plan plan = shop.plan("odd", "delete").confirmed(62);
            assertThatThrownBy(() -> shop.execute(plan, journal()))
                    .hasMessageContaining("would also change public.leaf")
                    .hasMessageContaining("ON DELETE CASCADE");
        }
    }

    @Test
    void aRowThatIsReferencedIsSetAside() {
        try (Workshop shop = new Workshop(ODD + """
                CREATE TABLE leaf (id int PRIMARY KEY, odd_id bigint REFERENCES odd);
                INSERT INTO leaf VALUES (1, 13);""")) {
            Outcome outcome = shop.execute(shop.plan("odd", "delete").confirmed(62), journal());
            assertThat(outcome.set()).isEqualTo(61);
            assertThat(outcome.tables().getFirst().aside())
                    .singleElement()
                    .satisfies(row -> assertThat(row.key()).containsExactly("13"));
        }
    }

    @Test
    void whatSomebodyMadeMeanwhileIsLeftAlone() {
        try (Workshop shop = new Workshop(ODD)) {
            shop.execute(shop.plan("odd", "delete").confirmed(62), journal());
            shop.database.execute("INSERT INTO odd (id, tenant_id) OVERRIDING SYSTEM VALUE VALUES (5, 'globex')");
            UndoOutcome undone = shop.undo(journal());
            assertThat(undone.undone()).isEqualTo(61);
            assertThat(undone.skipped()).isEqualTo(Map.of(UndoOutcome.Reason.EXISTS, 1L));
            assertThat(shop.value("SELECT tenant_id FROM odd WHERE id = 5")).isEqualTo("globex");
        }
    }

    @Test
    void theJournalHoldsEachRowBeforeItGoes() throws Exception {
        try (Workshop shop = new Workshop(ODD)) {
            shop.execute(shop.plan("odd", "delete").confirmed(62), journal());
            assertThat(Files.readString(journal())).contains("o,k", "infinity", "00ff");
        }
    }
}
