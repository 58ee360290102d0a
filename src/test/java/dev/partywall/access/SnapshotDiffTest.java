package dev.partywall.access;

import static dev.partywall.access.Change.Direction.DIFFERENT;
import static dev.partywall.access.Change.Direction.NARROWER;
import static dev.partywall.access.Change.Direction.WIDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.RelationName;
import dev.partywall.catalog.Snapshots;
import dev.partywall.testing.TestDatabase;
import dev.partywall.testing.TestServer;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SnapshotDiffTest {
    private static final String BASE = """
            GRANT SELECT, UPDATE ON "order" TO sd_app; ALTER TABLE "order" ENABLE ROW LEVEL SECURITY;
            CREATE POLICY mine ON "order" FOR SELECT USING (tenant = 1);
            """;
    private static TestDatabase database;

    @BeforeAll
    static void roles() {
        database = TestServer.database("CREATE ROLE sd_app LOGIN; CREATE ROLE sd_owner");
    }

    private static CatalogSnapshot after(String script) {
        database.execute(
                "DROP TABLE IF EXISTS \"order\", extra CASCADE; CREATE TABLE \"order\" (id int, tenant int);" + script);
        return Snapshots.of(database);
    }

    private static List<Change> all(String before, String after) {
        return SnapshotDiff.between(after(before), after(after), List.of("sd_app"))
                .changes();
    }

    private static List<Change> changes(String before, String after) {
        return all(before, after).stream()
                .filter(change -> "sd_app".equals(change.role()))
                .toList();
    }

    private static Change only(String before, String after) {
        List<Change> changes = changes(before, after);
        assertThat(changes).hasSize(1);
        return changes.getFirst();
    }

    @Test
    void theSameDatabaseDiffersInNothing() {
        assertThat(changes(BASE, BASE)).isEmpty();
    }

    @Test
    void aTableWhoseRowSecurityWasSwitchedOffIsWider() {
        assertThat(changes(BASE, BASE + "ALTER TABLE \"order\" DISABLE ROW LEVEL SECURITY"))
                .contains(new Change(
                        WIDER,
                        "sd_app",
                        new RelationName("public", "order"),
                        "SELECT",
                        "rows where (tenant = 1)",
                        "everything"));
    }

    @Test
    void oneMorePermissivePolicyIsWiderAndARestrictiveOneNarrower() {
        String more = "CREATE POLICY more ON \"order\" FOR SELECT USING (tenant = 2)";
        assertThat(only(BASE, BASE + more).direction()).isEqualTo(WIDER);
        assertThat(only(BASE + more, BASE).direction()).isEqualTo(NARROWER);
        assertThat(only(BASE, BASE + more.replace("FOR", "AS RESTRICTIVE FOR")).direction())
                .isEqualTo(NARROWER);
    }

    @Test
    void aChangedExpressionIsMerelyDifferent() {
        assertThat(only(BASE, BASE.replace("tenant = 1", "tenant = 2")).direction())
                .isEqualTo(DIFFERENT);
    }

    @Test
    void aGrantMoreIsWider() {
        Change change = only(BASE, BASE + "GRANT TRUNCATE ON \"order\" TO PUBLIC");
        assertThat(change.what()).isEqualTo("TRUNCATE");
        assertThat(change.before()).isEqualTo("denied");
        assertThat(change.direction()).isEqualTo(WIDER);
    }

    @Test
    void columnsTakenAwayAreNarrower() {
        String columns = "CREATE TABLE extra (a int, b int); GRANT SELECT (a%s) ON extra TO sd_app";
        Change change = only(columns.formatted(", b"), columns.formatted(""));
        assertThat(change.direction()).isEqualTo(NARROWER);
        assertThat(change.after()).isEqualTo("everything, columns a");
    }

    @Test
    void aPolicyThatOnlyConcernsWhereIsSeen() {
        String bare = BASE + "CREATE POLICY u ON \"order\" FOR UPDATE USING (true);";
        assertThat(changes(bare, bare + "CREATE POLICY more ON \"order\" FOR SELECT USING (tenant = 2)"))
                .filteredOn(change -> change.what().equals("UPDATE"))
                .extracting(Change::direction)
                .containsExactly(WIDER);
    }

    @Test
    void aTableThatCameIsWiderWhereItMayBeReached() {
        Change change = only(BASE, BASE + "CREATE TABLE extra (id int); GRANT SELECT ON extra TO sd_app");
        assertThat(change.before()).isEqualTo("not there");
        assertThat(change.direction()).isEqualTo(WIDER);
    }

    @Test
    void aFunctionWhoseBodyChangedIsDifferentThoughThePolicySaysTheSame() {
        String function = "CREATE OR REPLACE FUNCTION sd_tenant() RETURNS int LANGUAGE sql AS 'SELECT %s';";
        String policy = BASE.replace("tenant = 1", "tenant = sd_tenant()");
        assertThat(all(function.formatted(1) + policy, function.formatted(2) + policy))
                .containsExactly(
                        new Change(DIFFERENT, null, null, "function public.sd_tenant(): body", "SELECT 1", "SELECT 2"));
    }

    @Test
    void aFunctionThatComesToRunAsItsOwnerIsWiderForWhoMayExecuteIt() {
        String function = "CREATE OR REPLACE FUNCTION sd_all() RETURNS int LANGUAGE sql %s AS 'SELECT 1';";
        assertThat(changes(BASE + function.formatted(""), BASE + function.formatted("SECURITY DEFINER")))
                .containsExactly(new Change(
                        WIDER, "sd_app", null, "may run public.sd_all() as its owner", "not there", "there"));
    }

    @Test
    void aPolicyForSomebodyElseIsDifferentAndNothingIsSaidOfTheRole() {
        String other = "CREATE POLICY other ON \"order\" TO sd_owner USING (true)";
        assertThat(all(BASE, BASE + other))
                .extracting(Change::direction, Change::role, Change::what)
                .containsExactly(tuple(DIFFERENT, null, "policy other"));
    }

    @Test
    void aViewThatCannotBeToldIsJudgedByWhatItReads() {
        String view = "DROP VIEW IF EXISTS sd_pairs; CREATE VIEW sd_pairs WITH (security_invoker = true) AS"
                + " SELECT a.id FROM \"order\" a JOIN \"order\" b USING (id); GRANT SELECT ON sd_pairs TO sd_app;";
        String more = "CREATE POLICY more ON \"order\" FOR SELECT USING (tenant = 2);";
        List<Change> changes = changes(BASE + view, BASE + more + view);
        database.execute("DROP VIEW sd_pairs");
        assertThat(changes)
                .filteredOn(change -> String.valueOf(change.relation()).endsWith("sd_pairs"))
                .extracting(Change::direction)
                .containsExactly(WIDER);
    }

    @Test
    void settingsAndDefaultPrivilegesAreCompared() {
        CatalogSnapshot before = after(BASE);
        database.execute(
                "ALTER ROLE sd_app SET app.tenant = '7'; ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO sd_app;"
                        + " GRANT CREATE ON SCHEMA public TO sd_app");
        List<Change> changes =
                SnapshotDiff.between(before, after(BASE), List.of()).changes();
        database.execute(
                "ALTER ROLE sd_app RESET app.tenant; ALTER DEFAULT PRIVILEGES REVOKE SELECT ON TABLES FROM sd_app;"
                        + " REVOKE CREATE ON SCHEMA public FROM sd_app");
        assertThat(changes)
                .extracting(Change::direction, Change::what)
                .contains(
                        tuple(DIFFERENT, "setting app.tenant of sd_app"),
                        tuple(WIDER, "CREATE granted to sd_app on schema public"));
        assertThat(changes).anyMatch(change -> change.what().startsWith("default SELECT granted to sd_app"));
    }

    @Test
    void aRoleThatGainsAnAttributeOrAMembershipIsWider() {
        CatalogSnapshot before = after(BASE);
        database.execute("ALTER ROLE sd_app BYPASSRLS; GRANT sd_owner TO sd_app");
        List<Change> changes =
                SnapshotDiff.between(before, after(BASE), List.of("sd_app")).changes();
        database.execute("ALTER ROLE sd_app NOBYPASSRLS; REVOKE sd_owner FROM sd_app");
        assertThat(changes)
                .contains(
                        new Change(WIDER, "sd_app", null, "BYPASSRLS", "not there", "there"),
                        new Change(WIDER, "sd_app", null, "may SET ROLE sd_owner", "not there", "there"),
                        new Change(WIDER, "sd_app", null, "has the rights of sd_owner", "not there", "there"),
                        new Change(WIDER, "sd_app", null, "escape: BYPASSRLS through sd_app", "not there", "there"));
    }
}
