package dev.partywall.access;

import static dev.partywall.access.Change.Direction.DIFFERENT;
import static dev.partywall.access.Change.Direction.NARROWER;
import static dev.partywall.access.Change.Direction.WIDER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.Privilege;
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
                "DROP TABLE IF EXISTS \"order\", extra; CREATE TABLE \"order\" (id int, tenant int);" + script);
        return Snapshots.of(database);
    }

    private static List<Change> changes(String before, String after) {
        return SnapshotDiff.between(after(before), after(after), List.of("sd_app"))
                .changes();
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
                        Privilege.SELECT,
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
        assertThat(change.command()).isEqualTo(Privilege.TRUNCATE);
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
                .filteredOn(change -> change.command() == Privilege.UPDATE)
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
    void aRoleThatGainsAnAttributeOrAMembershipIsWider() {
        CatalogSnapshot before = after(BASE);
        database.execute("ALTER ROLE sd_app BYPASSRLS; GRANT sd_owner TO sd_app");
        List<Change> changes =
                SnapshotDiff.between(before, after(BASE), List.of("sd_app")).changes();
        database.execute("ALTER ROLE sd_app NOBYPASSRLS; REVOKE sd_owner FROM sd_app");
        assertThat(changes)
                .contains(
                        new Change(WIDER, "sd_app", null, null, "NOBYPASSRLS", "BYPASSRLS"),
                        new Change(WIDER, "sd_app", null, null, "no", "may SET ROLE sd_owner"),
                        new Change(WIDER, "sd_app", null, null, "no", "has the rights of sd_owner"));
    }
}
