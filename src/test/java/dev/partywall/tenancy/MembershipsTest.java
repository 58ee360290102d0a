package dev.partywall.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partywall.catalog.CatalogReader;
import dev.partywall.catalog.RelationName;
import dev.partywall.connect.Lens;
import dev.partywall.connect.Link;
import dev.partywall.connect.SessionContext;
import dev.partywall.failure.Failure;
import dev.partywall.profile.TenancyDeclaration;
import dev.partywall.testing.TestDatabase;
import dev.partywall.testing.TestServer;
import org.junit.jupiter.api.Test;

/** Sessions that name a person, whose tenant a table tells. */
class MembershipsTest {
    private static final String CLUB = """
            CREATE SCHEMA "My club";
            CREATE TABLE "My club".clubs (id int PRIMARY KEY, name text);
            CREATE TABLE "My club"."Member" ("clubId" int REFERENCES "My club".clubs, "Who" text, PRIMARY KEY ("clubId", "Who"));
            CREATE TABLE "My club".games (id int PRIMARY KEY, "clubId" int REFERENCES "My club".clubs, referee text);
            CREATE TABLE "My club".scores (id int PRIMARY KEY, game int REFERENCES "My club".games);
            CREATE FUNCTION "My club".mine() RETURNS SETOF int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = "My club" AS
              $$ SELECT "clubId" FROM "Member" WHERE "Who" = current_setting('app.user_id', true) $$;
            CREATE POLICY p ON "My club".games USING ("clubId" IN (SELECT "My club".mine()));
            CREATE POLICY p ON "My club".scores USING (EXISTS (SELECT FROM "My club".games g
              WHERE g.id = game AND g.referee = current_setting('app.user_id', true)));
            INSERT INTO "My club".clubs VALUES (1, 'a'), (2, 'b'), (3, 'c');
            INSERT INTO "My club"."Member" VALUES (1, 'both'), (2, 'both'), (1, 'ann'), (2, 'ben'), (3, 'both');
            """;
    private static final RelationName MEMBER = new RelationName("My club", "Member");

    private static Tenancy tenancy(String script) {
        return tenancy(TestServer.database(script), "postgres");
    }

    private static Tenancy tenancy(TestDatabase database, String bypass) {
        try (Link link = Link.open(database.profile("postgres", bypass, TenancyDeclaration.none()))) {
            Tenancy detected = link.read(
                    SessionContext.bypass(),
                    "detect",
                    session -> TenancyDetector.detect(CatalogReader.read(session), TenancyDeclaration.none()));
            return new Persons(link).named(detected);
        }
    }

    @Test
    void areFoundThroughTheFunctionThatPoliciesCall() {
        Tenancy tenancy = tenancy(CLUB);
        assertThat(tenancy.memberships()).containsExactly(new Membership(MEMBER, "clubId", "Who"));
        assertThat(tenancy.settings()).containsOnlyKeys("app.user_id");
        assertThat(tenancy.tenantColumn()).isEqualTo("clubId");
        assertThat(tenancy.registry())
                .extracting(TenantRegistry::table)
                .isEqualTo(new RelationName("My club", "clubs"));
    }

    @Test
    void whoBelongsToSeveralTenantsStandsForNone() {
        assertThat(tenancy(CLUB).settingValues()).containsOnlyKeys("1", "2").containsValues("ann", "ben");
    }

    @Test
    void aTenantWhomNobodyBelongsToAloneIsNotLookedAtAsAnybody() {
        Tenancy tenancy = tenancy(CLUB);
        assertThat(tenancy.contextFor(new Lens.Tenant("1")).settings()).containsEntry("app.user_id", "ann");
        assertThatThrownBy(() -> tenancy.contextFor(new Lens.Tenant("3")))
                .isInstanceOf(Failure.class)
                .hasMessage("Nobody is known who belongs to tenant 3 alone.");
    }

    @Test
    void aTableTheBypassRoleMayNotReadIsSaid() {
        TestDatabase database = TestServer.database(CLUB + """
                DO $$ BEGIN CREATE ROLE blind_bypass LOGIN BYPASSRLS; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
                """);
        Tenancy tenancy = tenancy(database, "blind_bypass");
        assertThat(tenancy.settingValues()).isEmpty();
        assertThat(tenancy.evidence())
                .filteredOn(evidence -> evidence.part().equals("settingValues"))
                .extracting(Evidence::value)
                .containsExactly("none");
    }

    @Test
    void aSettingThatNamesTheTenantItselfComesFirst() {
        Tenancy tenancy = tenancy(CLUB + """
                CREATE TABLE "My club".fees (id int PRIMARY KEY, "clubId" int);
                CREATE POLICY p ON "My club".fees USING ("clubId" = current_setting('app.club', true)::int);
                """);
        assertThat(tenancy.memberships()).isEmpty();
        assertThat(tenancy.settings()).containsOnlyKeys("app.club");
    }

    @Test
    void aRowThatSomebodyMadeIsNoMembership() {
        Tenancy tenancy = tenancy("""
                CREATE TABLE notes (id int PRIMARY KEY, user_id text);
                CREATE TABLE lines (id int PRIMARY KEY, note int REFERENCES notes, user_id text);
                CREATE POLICY p ON notes USING (user_id = current_setting('app.user_id', true));
                CREATE POLICY p ON lines USING (EXISTS (SELECT FROM notes n
                  WHERE n.id = note AND n.user_id = current_setting('app.user_id', true)));
                """);
        assertThat(tenancy.memberships()).isEmpty();
    }
}
