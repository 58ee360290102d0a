package dev.partywall.backfill;

import static dev.partywall.backfill.Workshop.table;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionsTest {
    private static final String ITEMS = """
            CREATE TABLE parent (id int PRIMARY KEY, tenant_id text);
            INSERT INTO parent VALUES (1, 'acme'), (2, 'globex'), (3, NULL), (4, 'umbrella'), (5, 'initech');
            CREATE TABLE item (id int PRIMARY KEY, tenant_id text, a int REFERENCES parent, b int REFERENCES parent, c int REFERENCES parent);
            INSERT INTO item VALUES (1, NULL, 1, 1, NULL), (2, NULL, 1, 2, NULL), (3, NULL, 3, NULL, NULL), (4, NULL, 4, NULL, NULL),
                                    (5, NULL, NULL, NULL, NULL),
                                    (6, NULL, 1, 2, 5);
            """;

    @TempDir
    private Path folder;

    @Test
    void whatIsUndecidedIsListedDecidedByAPersonAndThenDone() throws IOException {
        try (Workshop shop = new Workshop(ITEMS)) {
            StringWriter csv = new StringWriter();
            DecisionsFile decisions = new DecisionsFile(csv, "tenant_id");

            long rows = shop.backfill().undecided(table("item"), Assignment.parse("parent"), Map.of(), decisions);
            decisions.flush();

            assertThat(rows).isEqualTo(5);
            List<String> lines = csv.toString().lines().toList();
            assertThat(lines)
                    .containsExactlyInAnyOrder(
                            "id,#why,#tenants,tenant_id",
                            "2,contradict themselves,acme or globex,",
                            "3,have a parent without a tenant,,",
                            "4,would get an unknown tenant,umbrella,",
                            "5,have nothing to take a tenant from,,",
                            "6,contradict themselves,acme or globex or initech,");

            Path decided = Files.writeString(
                    folder.resolve("decided.csv"),
                    csv.toString().replace("globex,\n", "globex,globex\n").replace("globex,\r\n", "globex,globex\r\n"));
            shop.execute(shop.plan("item", "parent"), folder.resolve("first"));
            Outcome second = shop.execute(shop.plan("item", "map:" + decided), folder.resolve("second"));

            assertThat(second.set()).isEqualTo(1);
            assertThat(second.tables().getFirst().left()).isEqualTo(Map.of(Agreement.NO_ANSWER, 4L));
            assertThat(shop.rows("SELECT id, tenant_id FROM item ORDER BY id"))
                    .containsExactly("1|acme", "2|globex", "3|-", "4|-", "5|-", "6|-");
        }
    }
}
