package dev.partywall.backfill;

import static dev.partywall.backfill.Workshop.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.access.Inspection;
import dev.partywall.connect.SessionContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GapsTest {
    private static final String ITEMS = """
            CREATE TABLE item (id int PRIMARY KEY, tenant_id text);
            INSERT INTO item SELECT i, CASE WHEN i % 4 > 0 THEN 'acme' END FROM generate_series(1, 40000) i;
            """;

    @TempDir
    private Path folder;

    private static Gap gap(Workshop shop, long countedInFull) {
        Inspection inspection = shop.inspection();
        return shop.link.read(
                SessionContext.bypass(),
                "test",
                session -> new Gaps(inspection, session, countedInFull)
                        .find().stream()
                                .filter(gap -> gap.table().equals(table("item")))
                                .findFirst()
                                .orElseThrow());
    }

    @Test
    void aTableTooLargeToCountIsEstimated() {
        try (Workshop shop = new Workshop(ITEMS + "ANALYZE item;")) {
            Gap counted = gap(shop, 1_000_000);
            Gap estimated = gap(shop, 30_000);
            assertThat(counted.estimated()).isFalse();
            assertThat(counted.withoutTenant()).isEqualTo(10_000);
            assertThat(estimated.estimated()).isTrue();
            assertThat(estimated.rows()).isBetween(20_000L, 60_000L);
            assertThat(estimated.share()).isBetween(0.2, 0.3);
        }
    }

    @Test
    void tenantsNobodyKnowsAreNamed() {
        try (Workshop shop = new Workshop(ITEMS + """
                INSERT INTO item VALUES (-1, ''), (-2, 'umbrella'), (-3, 'umbrella'), (-4, 'hooli');""")) {
            Gap gap = gap(shop, 1_000_000);
            assertThat(gap.empty()).isEqualTo(1);
            assertThat(gap.unknown()).isEqualTo(3);
            assertThat(gap.unknownTenants()).containsExactlyEntriesOf(ordered("umbrella", 2, "hooli", 1));
        }
    }

    private static Map<String, Long> ordered(String first, long rows, String second, long fewer) {
        Map<String, Long> ordered = new java.util.LinkedHashMap<>();
        ordered.put(first, rows);
        ordered.put(second, fewer);
        return ordered;
    }

    @Test
    void aPlanReviewedHereIsCarriedOutElsewhere() throws java.io.IOException {
        try (Workshop here = new Workshop(ITEMS);
                Workshop elsewhere = new Workshop(ITEMS);
                Workshop changed = new Workshop(ITEMS + "ALTER TABLE item ALTER id TYPE bigint;")) {
            Path file = Files.writeString(folder.resolve("plan.json"), PlanFile.write(here.plan("item", "fixed:acme")));
            Plan plan = PlanFile.read(file);
            assertThat(elsewhere.execute(plan, folder.resolve("journal")).set()).isEqualTo(10_000);
            assertThat(elsewhere.undo(folder.resolve("journal")).undone()).isEqualTo(10_000);
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> changed.execute(plan, folder.resolve("other")))
                    .hasMessageContaining("The columns of public.item are not those the plan was made for: id.");
        }
    }
}
