package dev.partywall.advisor.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.access.Inspection;
import dev.partywall.access.Inspector;
import dev.partywall.advisor.Advice;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Page;
import dev.partywall.advisor.Severity;
import dev.partywall.connect.Link;
import dev.partywall.connect.SessionContext;
import dev.partywall.profile.Registry;
import dev.partywall.profile.TenancyDeclaration;
import dev.partywall.testing.TestDatabase;
import dev.partywall.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScansTest {
    private static final String SOUND = """
        DO $$ BEGIN
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'scans_app') THEN
            CREATE ROLE scans_app LOGIN; CREATE ROLE scans_bypass LOGIN BYPASSRLS;
          END IF;
        END $$;
        CREATE SCHEMA "Büro";
        GRANT USAGE ON SCHEMA "Büro" TO scans_app, scans_bypass;
        CREATE TABLE public.tenants (id int PRIMARY KEY);
        CREATE TABLE public.parent (id int PRIMARY KEY, tenant_id int);
        CREATE TABLE "Büro"."Kind ""№"" 🎫" (tenant_id int, "Eltern-Nr" int CONSTRAINT "up ↑" REFERENCES public.parent ON DELETE CASCADE);
        INSERT INTO tenants VALUES (1), (2);
        INSERT INTO parent VALUES (10, 1), (20, 2);
        INSERT INTO "Büro"."Kind ""№"" 🎫" VALUES (1, 10), (2, 20), (1, NULL);
        GRANT SELECT ON ALL TABLES IN SCHEMA public, "Büro" TO scans_app, scans_bypass;
        """;

    private final TestDatabase database = TestServer.database(SOUND);

    private Advice scan(
            Set<String> systemTenants, TenancyDeclaration.NullTenantMeans nullMeans, List<String> progress) {
        TenancyDeclaration tenancy = new TenancyDeclaration(
                Map.of("app.tenant", "{tenant}"),
                Map.of(),
                Map.of(),
                "tenant_id",
                Map.of(),
                new Registry("public.tenants", "id", null, null),
                List.of(),
                Set.of(),
                null,
                nullMeans,
                systemTenants,
                null);
        try (Link link = Link.open(database.profile("scans_app", "scans_bypass", tenancy))) {
            Inspection inspection = Inspector.inspect(link);
            return link.read(
                    SessionContext.bypass(),
                    "scan",
                    session -> Scans.run(session, inspection, Scan.Depth.SAMPLED, progress::add));
        }
    }

    private Advice scan() {
        return scan(Set.of(), TenancyDeclaration.NullTenantMeans.NOBODY, new ArrayList<>());
    }

    private static List<String> said(Advice advice) {
        return advice.findings().stream()
                .map(finding -> finding.severity() + " " + finding.id() + " "
                        + finding.object().table() + "/" + finding.object().name())
                .toList();
    }

    @Test
    void soundDataGivesNothing() {
        List<String> progress = new ArrayList<>();
        Advice advice = scan(Set.of(), TenancyDeclaration.NullTenantMeans.NOBODY, progress);
        assertThat(advice.failures()).isEmpty();
        assertThat(advice.findings()).isEmpty();
        assertThat(progress).contains("rows without a tenant in public.parent", "tenants without rows");
    }

    @Test
    void rowsWithoutATenantAreCounted() {
        database.execute("INSERT INTO \"Büro\".\"Kind \"\"№\"\" 🎫\" SELECT NULL, 10 FROM generate_series(1, 3)");
        Advice advice = scan();
        assertThat(said(advice)).containsExactly("LOW null-tenant-rows Kind \"№\" 🎫/tenant_id");
        assertThat(advice.findings().getFirst().title()).startsWith("3 rows");
    }

    @Test
    void rowsWithoutATenantThatAreMeantAreInformation() {
        database.execute("INSERT INTO parent VALUES (30, NULL)");
        Advice advice = scan(Set.of(), TenancyDeclaration.NullTenantMeans.SHARED, new ArrayList<>());
        assertThat(advice.findings()).extracting(Finding::severity).containsExactly(Severity.INFO);
    }

    @Test
    void tenantsTheRegistryDoesNotKnowAreNamed() {
        database.execute("INSERT INTO parent VALUES (30, 77)");
        Advice advice = scan();
        assertThat(said(advice)).containsExactly("LOW orphan-tenant parent/tenant_id");
        assertThat(advice.findings().getFirst().evidence()).contains("77");
        assertThat(scan(Set.of("77"), TenancyDeclaration.NullTenantMeans.NOBODY, new ArrayList<>())
                        .findings())
                .isEmpty();
    }

    @Test
    void aCascadeIsFollowedThroughTablesWithoutATenant() {
        database.execute("""
            CREATE TABLE step (id int PRIMARY KEY, parent_id int NOT NULL REFERENCES parent ON DELETE CASCADE);
            CREATE TABLE "Büro".leaf (id int PRIMARY KEY, tenant_id int, step_id int CONSTRAINT "to step" REFERENCES step ON DELETE CASCADE);
            INSERT INTO step VALUES (1, 10), (2, 20);
            INSERT INTO "Büro".leaf VALUES (1, 1, 1), (2, 2, 2);
            GRANT SELECT ON step, "Büro".leaf TO scans_bypass;
            """);
        assertThat(scan().findings()).isEmpty();
        database.execute("INSERT INTO \"Büro\".leaf VALUES (3, 2, 1)");
        assertThat(said(scan())).containsExactly("HIGH cascade-reach leaf/to step");
        database.execute("""
            ALTER TABLE "Büro".leaf DROP CONSTRAINT "to step", ADD CONSTRAINT "to step" FOREIGN KEY (step_id) REFERENCES step
            """);
        assertThat(scan().findings()).isEmpty();
    }

    @Test
    void tenantsWithoutRowsAreInformation() {
        database.execute("INSERT INTO tenants VALUES (3)");
        assertThat(said(scan())).containsExactly("INFO tenant-without-rows null/tenants");
    }

    @Test
    void rowsThatHangOnAnothersRowAreCountedWithAnExample() {
        database.execute("INSERT INTO \"Büro\".\"Kind \"\"№\"\" 🎫\" VALUES (1, 20)");
        Advice advice = scan();
        assertThat(said(advice)).containsExactly("HIGH cross-tenant-reference Kind \"№\" 🎫/up ↑");
        assertThat(advice.findings().getFirst().evidence()).contains("tenant 1 refers to one of tenant 2");
        assertThat(scan(Set.of("2"), TenancyDeclaration.NullTenantMeans.NOBODY, new ArrayList<>())
                        .findings())
                .isEmpty();
    }

    @Test
    void oneTableThatCannotBeReadDoesNotEndTheRun() {
        database.execute(
                "INSERT INTO parent VALUES (30, 77); REVOKE SELECT ON \"Büro\".\"Kind \"\"№\"\" 🎫\" FROM scans_bypass");
        Advice advice = scan();
        assertThat(advice.complete()).isFalse();
        assertThat(said(advice)).contains("LOW orphan-tenant parent/tenant_id");
    }

    @Test
    void eachScanHasAPage() {
        assertThat(Scans.all())
                .allSatisfy(scan -> assertThat(Page.of(scan.id()).orElseThrow().markdown())
                        .contains("What it means.", "When it is a false alarm."));
    }
}
