package dev.partywall.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.Policy;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import dev.partywall.catalog.Snapshots;
import dev.partywall.connect.Link;
import dev.partywall.profile.TenancyDeclaration;
import dev.partywall.testing.TestDatabase;
import dev.partywall.testing.TestServer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyStoryTest {
    private static final TestDatabase DATABASE = TestServer.database("""
            CREATE SCHEMA "Odd schema";
            CREATE FUNCTION "Odd schema".tenant() RETURNS uuid LANGUAGE sql STABLE AS
              $$ SELECT NULLIF(current_setting('app.tenant', true), '')::uuid $$;
            CREATE TABLE "Odd schema"."Order" (id int PRIMARY KEY, "tenantId" uuid, doc jsonb, public boolean);
            CREATE TABLE "Odd schema".line (id int, order_id int);
            INSERT INTO "Odd schema"."Order" VALUES (1, gen_random_uuid(), '{"a": 1}', true), (2, gen_random_uuid(), '{}', false);
            CREATE POLICY helper ON "Odd schema"."Order" USING ("tenantId" = "Odd schema".tenant());
            CREATE POLICY open ON "Odd schema"."Order" FOR SELECT
              USING (current_setting('app.tenant', true) IS NULL OR "tenantId" = "Odd schema".tenant());
            CREATE POLICY strict ON "Odd schema"."Order" AS RESTRICTIVE FOR UPDATE
              USING ("tenantId" = current_setting('app.tenant')::uuid) WITH CHECK (public OR doc ? 'a');
            CREATE POLICY partly ON "Odd schema"."Order" FOR SELECT USING (doc ? 'a');
            CREATE POLICY parent ON "Odd schema".line USING (EXISTS (SELECT 1 FROM "Odd schema"."Order" o
              WHERE o.id = line.order_id AND o."tenantId" = "Odd schema".tenant()));
            """);
    private static final CatalogSnapshot SNAPSHOT = Snapshots.of(DATABASE);
    private static final RelationName ORDER = new RelationName("Odd schema", "Order");

    private static Policy policy(String name) {
        return SNAPSHOT.relations().stream()
                .map(Relation::policies)
                .flatMap(List::stream)
                .filter(policy -> policy.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> story(String name) {
        Knowledge knowledge = new Knowledge(
                SNAPSHOT,
                Map.of(ORDER, "tenantId"),
                Map.of(),
                Map.of("app.tenant", "{tenant}"),
                false,
                false,
                "uuid",
                Set.of());
        return new PolicyStory(knowledge).of(policy(name));
    }

    private static List<Effect> effects(String name) {
        try (Link link = Link.open(DATABASE.profile("postgres", "postgres", TenancyDeclaration.none()))) {
            return new PolicyEffects(link, Set.of("app.tenant"))
                    .of(ORDER, String.valueOf(policy(name).using()));
        }
    }

    @Test
    void opensFunctionsInPlace() {
        assertThat(story("helper"))
                .containsExactly(
                        "Allows everybody reading, adding, changing and deleting rows; other policies may allow more.",
                        "Rows pass where tenantId equals the setting app.tenant (empty counts as none) (as uuid).",
                        "New and changed rows must satisfy the same.");
    }

    @Test
    void tellsAlternativesParentsAndChecks() {
        assertThat(story("open"))
                .contains(
                        "Rows pass where the setting app.tenant has no value, or tenantId equals the setting app.tenant"
                                + " (empty counts as none) (as uuid).");
        assertThat(story("parent").get(1))
                .startsWith("Rows pass where there is a row in Order where (id equals order_id and tenantId equals");
        assertThat(story("strict"))
                .contains("Narrows changing rows for everybody, whatever other policies allow.")
                .anyMatch(sentence -> sentence.startsWith("New and changed rows pass where public is true, or"));
    }

    @Test
    void theServerSaysWhatUnsetEmptyAndMalformedDo() {
        assertThat(effects("open"))
                .extracting(Effect::kind)
                .containsExactly(Effect.Kind.EVERYTHING, Effect.Kind.NOTHING, Effect.Kind.ERROR);
        assertThat(effects("helper"))
                .extracting(Effect::kind)
                .containsExactly(Effect.Kind.NOTHING, Effect.Kind.NOTHING, Effect.Kind.ERROR);
        assertThat(effects("strict")).extracting(Effect::sqlState).containsExactly("42704", "22P02", "22P02");
        assertThat(effects("partly")).extracting(Effect::sentence).containsOnly("1 of 2 rows tried pass");
    }
}
