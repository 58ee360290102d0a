package dev.partywall.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partywall.catalog.RelationName;
import dev.partywall.catalog.Snapshots;
import dev.partywall.failure.Failure;
import dev.partywall.profile.Registry;
import dev.partywall.profile.TenancyDeclaration;
import dev.partywall.testing.TestServer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TenancyDetectorTest {
    private static final String SHOP = """
            CREATE TABLE organizations (org_id text PRIMARY KEY, name text, status text);
            CREATE TABLE country (code text PRIMARY KEY);
            CREATE TABLE users (id int PRIMARY KEY, org_id text REFERENCES organizations, country text REFERENCES country);
            CREATE TABLE deals (id int PRIMARY KEY, org_id text REFERENCES organizations, owner_id text);
            CREATE TABLE contracts (id int PRIMARY KEY, org_id text, created_by_org text REFERENCES organizations);
            CREATE TABLE "Unguarded ""one""\" ("orgId" text);
            CREATE TABLE deal_notes (id int PRIMARY KEY, deal_id int REFERENCES deals);
            CREATE POLICY p ON users USING (org_id = current_setting('app.current_org', true));
            CREATE POLICY p ON deals USING (org_id = current_setting('app.current_org', true)
                AND (owner_id = current_setting('app.user_id', true) OR current_setting('app.is_admin', true) = 'on'));
            CREATE POLICY p ON contracts USING (created_by_org = current_setting('app.current_org', true));
            CREATE VIEW deal_list AS SELECT id, org_id FROM deals;
            """;

    private static Tenancy detect(String script) {
        return detect(script, TenancyDeclaration.none());
    }

    private static Tenancy detect(String script, TenancyDeclaration declared) {
        return TenancyDetector.detect(Snapshots.of(TestServer.database(script)), declared);
    }

    private static TenancyDeclaration declared(
            Map<String, String> settings,
            @Nullable String column,
            Map<String, String> columns,
            @Nullable Registry registry) {
        return new TenancyDeclaration(
                settings, Map.of(), Map.of(), column, columns, registry, List.of(), Set.of(), null, null, Set.of(),
                null);
    }

    private static RelationName table(String name) {
        return new RelationName("public", name);
    }

    @Test
    void findsEverythingFromPoliciesAndKeys() {
        Tenancy tenancy = detect(SHOP);
        assertThat(tenancy.settings()).containsExactly(Map.entry("app.current_org", "{tenant}"));
        assertThat(tenancy.tenantColumn()).isEqualTo("org_id");
        assertThat(tenancy.tenantType()).isEqualTo("text");
        assertThat(tenancy.registry())
                .isEqualTo(new TenantRegistry(table("organizations"), "org_id", "name", "status"));
        assertThat(tenancy.shared()).containsExactly(table("country"));
        assertThat(tenancy.evidence()).extracting(Evidence::part).contains("settings", "tenantColumn", "registry");
    }

    @Test
    void aPolicyOnTheWrongColumnDoesNotMislead() {
        Tenancy tenancy = detect(SHOP);
        assertThat(tenancy.columnOf(table("contracts"))).contains("org_id");
        assertThat(tenancy.columnOf(table("Unguarded \"one\""))).contains("orgId");
        assertThat(tenancy.columnOf(table("deal_list"))).contains("org_id");
        assertThat(tenancy.columnOf(table("deal_notes"))).isEmpty();
        assertThat(tenancy.columnOf(table("organizations"))).isEmpty();
        assertThat(tenancy.tenantKeyOf(table("organizations"))).contains("org_id");
    }

    @Test
    void opensHelperFunctionsAndReadsClaims() {
        Tenancy tenancy = detect("""
                CREATE SCHEMA "Auth";
                CREATE FUNCTION "Auth".jwt() RETURNS jsonb LANGUAGE sql STABLE AS
                  $$ SELECT nullif(current_setting('request.jwt.claims', true), '')::jsonb $$;
                CREATE FUNCTION "Auth".tenant() RETURNS uuid LANGUAGE plpgsql STABLE AS
                  $$ BEGIN RETURN ("Auth".jwt() -> 'app' ->> 'tenant_id')::uuid; END $$;
                CREATE TABLE a ("tenantId" uuid, x int);
                CREATE TABLE b ("tenantId" uuid, x int);
                CREATE POLICY p ON a USING ("tenantId" = (SELECT "Auth".tenant()));
                CREATE POLICY p ON b USING ("tenantId" = "Auth".tenant());
                """);
        assertThat(tenancy.settings())
                .containsExactly(Map.entry("request.jwt.claims", "{\"app\": {\"tenant_id\": \"{tenant}\"}}"));
        assertThat(tenancy.settingsFor("acme")).containsValue("{\"app\": {\"tenant_id\": \"acme\"}}");
        assertThat(tenancy.settingsFor("a\", \"x\": \"b"))
                .containsValue("{\"app\": {\"tenant_id\": \"a\\\", \\\"x\\\": \\\"b\"}}");
        assertThat(tenancy.tenantColumn()).isEqualTo("tenantId");
    }

    @Test
    void findsASettingThatFallsBackToTheColumnItself() {
        Tenancy tenancy = detect("""
                CREATE TABLE a (tenant_id int); CREATE TABLE b (tenant_id int);
                CREATE POLICY p ON a USING (tenant_id = coalesce(current_setting('app.tenant', true)::int, tenant_id));
                CREATE POLICY p ON b USING (tenant_id = coalesce(current_setting('app.tenant', true)::int, tenant_id));
                """);
        assertThat(tenancy.settings()).containsOnlyKeys("app.tenant");
        assertThat(tenancy.tenantColumn()).isEqualTo("tenant_id");
    }

    @Test
    void findsTheColumnWithoutAnyPolicy() {
        Tenancy tenancy = detect("""
                CREATE TABLE "Tenant" (id bigint PRIMARY KEY, slug text);
                CREATE TABLE "Order" (id int, "tenantId" bigint REFERENCES "Tenant");
                CREATE TABLE item (id int, "tenantId" bigint REFERENCES "Tenant");
                CREATE TABLE other (id int, belongs_to bigint REFERENCES "Tenant");
                """);
        assertThat(tenancy.settings()).isEmpty();
        assertThat(tenancy.tenantColumn()).isEqualTo("tenantId");
        assertThat(tenancy.columnOf(table("other"))).contains("belongs_to");
        assertThat(tenancy.registry()).isEqualTo(new TenantRegistry(table("Tenant"), "id", "slug", null));
    }

    @Test
    void aMisspeltSettingOnOneTableDoesNotCount() {
        Tenancy tenancy = detect("""
                CREATE TABLE a (tenant_id int); CREATE TABLE b (tenant_id int); CREATE TABLE c (tenant_id int);
                CREATE POLICY p ON a USING (tenant_id = current_setting('app.tenant')::int);
                CREATE POLICY p ON b USING (tenant_id = current_setting('app.tenant')::int);
                CREATE POLICY p ON c USING (tenant_id = current_setting('app.tennant', true)::int);
                """);
        assertThat(tenancy.settings()).containsOnlyKeys("app.tenant");
    }

    @Test
    void saysThatPoliciesOpenWithoutATenantButDoesNotTakeItForMeant() {
        Tenancy tenancy = detect("""
                CREATE TABLE a (tenant_id int); CREATE TABLE b (tenant_id int);
                CREATE POLICY p ON a USING (current_setting('app.tenant', true) IS NULL
                  OR tenant_id = nullif(current_setting('app.tenant', true), '')::int);
                CREATE POLICY p ON b USING (tenant_id = nullif(current_setting('app.tenant', true), '')::int);
                """);
        assertThat(tenancy.unsetMeans()).isEqualTo(TenancyDeclaration.UnsetMeans.NOTHING);
        assertThat(tenancy.evidence())
                .contains(new Evidence(
                        "unsetMeans",
                        "nothing",
                        "one policy opens without a tenant, and the profile does not say that is meant"));
    }

    @Test
    void noticesASchemaForEachTenantAndOneLoginForEach() {
        Tenancy tenancy = detect("""
                CREATE SCHEMA t1; CREATE SCHEMA t2;
                CREATE TABLE t1.a (id int); CREATE TABLE t1.b (owner text);
                CREATE TABLE t2.a (id int); CREATE TABLE t2.b (owner text);
                CREATE POLICY p ON t1.b USING (owner = current_user);
                """);
        assertThat(tenancy.evidence()).extracting(Evidence::part).contains("schemas", "settings");
        assertThat(tenancy.evidence()).extracting(Evidence::value).contains("t1, t2");
    }

    @Test
    void whatIsDeclaredWins() {
        Tenancy tenancy = detect(
                SHOP,
                declared(
                        Map.of("app.other", "{tenant}"),
                        "org_id",
                        Map.of("public.contracts", "created_by_org"),
                        new Registry("organizations", null, null, null)));
        assertThat(tenancy.settings()).containsOnlyKeys("app.other");
        assertThat(tenancy.columnOf(table("contracts"))).contains("created_by_org");
        assertThat(tenancy.registry())
                .isEqualTo(new TenantRegistry(table("organizations"), "org_id", "name", "status"));
    }

    @Test
    void slipsInTheProfileAreSaidInOneSentence() {
        assertThatThrownBy(() -> detect(SHOP, declared(Map.of(), "orgid", Map.of(), null)))
                .isInstanceOf(Failure.class)
                .hasMessage("The profile names the tenant column orgid, which no table has.")
                .extracting(failure -> ((Failure) failure).nextStep())
                .asString()
                .endsWith("Perhaps org_id is meant.");
        assertThatThrownBy(() -> detect(
                        SHOP, declared(Map.of(), null, Map.of(), new Registry("public.tenant", "id", null, null))))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("public.tenant, which does not exist");
        assertThatThrownBy(() -> detect(
                        SHOP, declared(Map.of(), null, Map.of(), new Registry("organizations", "id", null, null))))
                .hasMessageContaining("the column id, which public.organizations does not have");
        assertThatThrownBy(() -> detect(SHOP, declared(Map.of("role", "{tenant}"), null, Map.of(), null)))
                .hasMessageContaining("has no dot");
        assertThatThrownBy(() -> detect(SHOP, declared(Map.of(), null, Map.of("public.users", "x"), null)))
                .hasMessageContaining("the column x, which public.users does not have");
    }
}
