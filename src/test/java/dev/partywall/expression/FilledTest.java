package dev.partywall.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.Policy;
import dev.partywall.catalog.RelationName;
import dev.partywall.catalog.Snapshots;
import dev.partywall.connect.Link;
import dev.partywall.connect.SessionContext;
import dev.partywall.connect.Side;
import dev.partywall.connect.Sql;
import dev.partywall.profile.TenancyDeclaration;
import dev.partywall.testing.TestDatabase;
import dev.partywall.testing.TestServer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FilledTest {
    private static final String TENANT = "00000000-0000-0000-0000-000000000002";
    private static final RelationName TABLE = new RelationName("public", "note's");
    private static final RelationName EMPTY = new RelationName("public", "none");
    private static TestDatabase database;
    private static CatalogSnapshot snapshot;
    private static Knowledge knowledge;

    @BeforeAll
    static void policies() {
        database = TestServer.database("""
                CREATE FUNCTION tenant() RETURNS uuid LANGUAGE sql STABLE AS
                  $$ SELECT nullif(current_setting('app.t', true), '')::uuid $$;
                CREATE FUNCTION mine(t uuid) RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT t = public.tenant() $$;
                CREATE TABLE "note's" (id int, tenant_id uuid);
                INSERT INTO "note's" SELECT i, ('00000000-0000-0000-0000-00000000000' || i % 4)::uuid FROM generate_series(0, 20) i;
                CREATE TABLE none (tenant_id uuid);
                CREATE POLICY a ON "note's" USING (tenant_id = tenant());
                CREATE POLICY b ON "note's" USING (mine(tenant_id));
                CREATE POLICY c ON "note's" USING (tenant_id = (SELECT current_setting('app.t')::uuid));
                CREATE POLICY d ON "note's" USING (EXISTS (SELECT 1 FROM "note's" o
                  WHERE o.id < "note's".id AND o.tenant_id = current_setting('APP.t', true)::uuid));
                CREATE POLICY e ON "note's" USING (tenant_id::text = coalesce(current_setting('app.t', true), 'x') OR id = 3);
                """);
        snapshot = Snapshots.of(database);
        knowledge = new Knowledge(
                snapshot, Map.of(), Map.of(), Map.of("app.t", "{tenant}"), false, false, "uuid", Set.of());
    }

    private static List<Policy> all() {
        return snapshot.relation(TABLE).orElseThrow().policies();
    }

    private static String filled(String condition) {
        return new Filled(Map.of("app.t", TENANT), null).of(knowledge.read(condition));
    }

    private static String condition(Policy policy) {
        return Objects.requireNonNull(policy.using());
    }

    @Test
    void theValueStandsWhereTheSettingWasRead() {
        assertThat(filled(condition(all().getFirst()))).isEqualTo("tenant_id = '" + TENANT + "'::uuid");
        assertThat(all())
                .allSatisfy(policy ->
                        assertThat(filled(condition(policy))).contains(TENANT).doesNotContain("current_setting"));
    }

    @Test
    void withoutTheSettingItMeansWhatTheOriginalMeansWithIt() {
        assertThat(all())
                .allSatisfy(policy -> assertThat(rows(filled(condition(policy)), Map.of()))
                        .isEqualTo(rows(condition(policy), Map.of("app.t", TENANT)))
                        .isPositive());
    }

    @Test
    void theServerIsAskedWhatAnImproperSettingDoes() {
        try (Link link = link()) {
            List<Effect> effects = new PolicyEffects(link, Set.of("app.t")).of(TABLE, "tenant_id = public.tenant()");
            assertThat(effects)
                    .extracting(Effect::kind)
                    .containsExactly(Effect.Kind.NOTHING, Effect.Kind.NOTHING, Effect.Kind.ERROR);
            assertThat(effects.getLast().sqlState()).isEqualTo("22P02");
        }
    }

    @Test
    void anEmptyTableRaisesTheErrorAllTheSame() {
        try (Link link = link()) {
            List<Effect> effects = new PolicyEffects(link, Set.of("app.t"))
                    .of(EMPTY, "tenant_id = (current_setting('app.t'::text))::uuid");
            assertThat(effects).extracting(Effect::sqlState).containsExactly("42704", "22P02", "22P02");
        }
    }

    private static Link link() {
        return Link.open(database.profile("postgres", "postgres", TenancyDeclaration.none()));
    }

    private static long rows(String condition, Map<String, String> settings) {
        SessionContext context = new SessionContext(
                Side.BYPASS, null, new java.util.LinkedHashMap<>(settings), null, settings.isEmpty());
        try (Link link = link()) {
            return Long.parseLong(link.read(
                    context,
                    "count",
                    session -> session.value(Sql.of("SELECT count(*) FROM public.\"note's\" WHERE " + condition))));
        }
    }
}
