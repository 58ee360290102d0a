package dev.partywall.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partywall.catalog.CatalogReader;
import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.RelationName;
import dev.partywall.catalog.Snapshots;
import dev.partywall.connect.Link;
import dev.partywall.connect.Session;
import dev.partywall.connect.SessionContext;
import dev.partywall.connect.Sql;
import dev.partywall.failure.Failure;
import dev.partywall.profile.TenancyDeclaration;
import dev.partywall.testing.TestDatabase;
import dev.partywall.testing.TestServer;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TenantsTest {
    private static final String DATA = """
            CREATE SCHEMA "Sales dept";
            CREATE TABLE "Sales dept"."Order""s" (id int PRIMARY KEY, "tenantId" text);
            CREATE TABLE "Sales dept"."Line" (id int PRIMARY KEY, "order" int NOT NULL REFERENCES "Sales dept"."Order""s");
            CREATE TABLE "Sales dept"."Part" (id int PRIMARY KEY, line int REFERENCES "Sales dept"."Line");
            CREATE POLICY p ON "Sales dept"."Order""s" USING ("tenantId" = current_setting('app.tenant', true));
            INSERT INTO "Sales dept"."Order""s" SELECT n, CASE WHEN n <= 50 THEN 'big' WHEN n = 51 THEN 'o''dd, tenant' ELSE 'small' END
              FROM generate_series(1, 53) n;
            INSERT INTO "Sales dept"."Order""s" VALUES (99, NULL);
            INSERT INTO "Sales dept"."Line" VALUES (7, 51);
            INSERT INTO "Sales dept"."Part" VALUES (8, 7);
            """;
    private static final String REGISTRY = """
            CREATE TABLE "Sales dept".tenant (id text PRIMARY KEY, "Name" text, status text);
            INSERT INTO "Sales dept".tenant VALUES ('big', 'Big Ltd', 'active'), ('small', 'Small', 'active'),
              ('o''dd, tenant', NULL, 'active'), ('zzz', 'Sleeper', 'suspended');
            """;
    private static final RelationName PART = new RelationName("Sales dept", "Part");

    private static List<Tenant> listed(String script, BiFunction<Tenants, Session, List<Tenant>> work) {
        TestDatabase database = TestServer.database(script);
        try (Link link = Link.open(database.profile("postgres", "postgres", TenancyDeclaration.none()))) {
            return link.read(SessionContext.bypass(), "list tenants", session -> {
                CatalogSnapshot snapshot = CatalogReader.read(session);
                Tenancy tenancy = TenancyDetector.detect(snapshot, TenancyDeclaration.none());
                return work.apply(new Tenants(snapshot, tenancy), session);
            });
        }
    }

    @Test
    void comeFromTheRegistryWithTheirLabels() {
        var tenants = listed(DATA + REGISTRY, (all, session) -> all.list(session, 10));
        assertThat(tenants)
                .containsExactly(
                        new Tenant("big", "Big Ltd", "active"),
                        new Tenant("o'dd, tenant", null, "active"),
                        new Tenant("small", "Small", "active"),
                        new Tenant("zzz", "Sleeper", "suspended"));
    }

    @Test
    void comeFromTheDataWhereThereIsNoRegistry() {
        var tenants = listed(DATA, (all, session) -> all.list(session, 10));
        assertThat(tenants).extracting(Tenant::id).containsExactly("big", "o'dd, tenant", "small");
        assertThat(listed(DATA, (all, session) -> all.list(session, 2))).hasSize(2);
    }

    @Test
    void areFoundByNameOrId() {
        assertThat(listed(DATA + REGISTRY, (all, session) -> all.search(session, "LTD", 10)))
                .extracting(Tenant::id)
                .containsExactly("big");
        assertThat(listed(DATA, (all, session) -> all.search(session, "'DD", 10)))
                .extracting(Tenant::id)
                .containsExactly("o'dd, tenant");
        assertThat(listed(DATA + REGISTRY, (all, session) -> List.of(all.named(session, "zzz"))))
                .containsExactly(new Tenant("zzz", "Sleeper", "suspended"));
        assertThat(listed(DATA + REGISTRY, (all, session) -> List.of(all.named(session, "unheard of"))))
                .containsExactly(new Tenant("unheard of", null, null));
    }

    @Test
    void aHandfulHasTheLargestTheSmallestTheOddAndTheSleeping() {
        var chosen = listed(DATA + REGISTRY, (all, session) -> all.handful(session, 4));
        assertThat(chosen).extracting(Tenant::id).containsExactlyInAnyOrder("big", "small", "o'dd, tenant", "zzz");
        assertThat(chosen.getFirst().id()).isEqualTo("big");
        assertThat(listed(DATA, (all, session) -> all.handful(session, 2)))
                .extracting(Tenant::id)
                .containsExactly("big", "o'dd, tenant");
    }

    @ParameterizedTest
    @CsvSource({
        "uuid, 0a1f3c52-7c1e-4b8a-9a51-2f64e0c1a001, true",
        "uuid, 0A1F3C527C1E4B8A9A512F64E0C1A001, true",
        "uuid, acme, false",
        "uuid, 0a1f3c52-7c1e-4b8a-9a51-2f64e0c1a00, false",
        "integer, 2147483647, true",
        "integer, 2147483648, false",
        "integer, -2147483648, true",
        "integer, 1; DROP TABLE x, false",
        "smallint, 40000, false",
        "bigint, 9223372036854775807, true",
        "bigint, 9223372036854775808, false",
        "text, anything ' at all, true"
    })
    void idsAreCheckedBeforeTheServerSeesThem(String type, String id, boolean fits) {
        assertThat(TenantType.fits(id, type)).isEqualTo(fits);
        if (!fits) {
            assertThatThrownBy(() -> TenantType.check(id, type))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("cannot be a tenant here");
        }
    }

    @Test
    void noNulAndNoEmptyIdReachesTheServer() {
        assertThatThrownBy(() -> TenantType.check("a\0b", "text")).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> TenantType.check("", null)).isInstanceOf(Failure.class);
    }

    @Test
    void aChildsTenantIsFoundAlongItsKeys() {
        TestDatabase database = TestServer.database(DATA);
        CatalogSnapshot snapshot = Snapshots.of(database);
        Tenancy tenancy = TenancyDetector.detect(snapshot, TenancyDeclaration.none());
        TenantPath path = TenantPaths.of(snapshot, tenancy).of(PART).orElseThrow();
        assertThat(path.hops()).hasSize(2);
        try (Link link = Link.open(database.profile("postgres", "postgres", TenancyDeclaration.none()))) {
            String tenant = link.read(
                    SessionContext.bypass(),
                    "follow the keys",
                    session -> session.value(Sql.of("SELECT " + path.tenantOf("p") + " FROM " + PART.sql() + " p")));
            assertThat(tenant).isEqualTo("o'dd, tenant");
            String count = link.read(
                    SessionContext.bypass(),
                    "count",
                    session -> session.value(Sql.of(
                            "SELECT count(*) FROM " + PART.sql() + " p WHERE " + path.holds("p", "{column} <> ?"),
                            "big")));
            assertThat(count).isEqualTo("1");
        }
    }
}
