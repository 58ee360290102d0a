package dev.partywall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.partywall.testing.TestDatabase;
import dev.partywall.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {
    private static final String URL = "postgresql://ic_app@";
    private static TestDatabase database;

    @TempDir
    private static Path folder;

    private static Path before;
    private static Path wider;
    private static Path narrower;

    @BeforeAll
    static void snapshots() {
        database = TestServer.database("""
                CREATE ROLE ic_app LOGIN; CREATE ROLE ic_boss BYPASSRLS; GRANT ic_boss TO ic_app;
                CREATE TABLE "Order" (id int, tenant int); ALTER TABLE "Order" ENABLE ROW LEVEL SECURITY;
                CREATE POLICY mine ON "Order" USING (tenant = 1); GRANT SELECT, UPDATE ON "Order" TO ic_app;
                """);
        before = saved("before.json");
        database.execute("ALTER TABLE \"Order\" DISABLE ROW LEVEL SECURITY");
        wider = saved("wider.json");
        database.execute("ALTER TABLE \"Order\" ENABLE ROW LEVEL SECURITY; REVOKE UPDATE ON \"Order\" FROM ic_app");
        narrower = saved("narrower.json");
    }

    private static Path saved(String name) {
        Path file = folder.resolve(name);
        assertThat(onServer("inspect", "--save", file.toString()).exit()).isZero();
        return file;
    }

    private static Cli onServer(String... arguments) {
        String url = database.url().replace("jdbc:postgresql://", URL);
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--app-url";
        all[arguments.length + 1] = url;
        return Cli.run(all);
    }

    private static Cli diff(Path a, Path b, String... more) {
        String[] all = new String[more.length + 4];
        System.arraycopy(new String[] {"inspect", "--diff", a.toString(), b.toString()}, 0, all, 0, 4);
        System.arraycopy(more, 0, all, 4, more.length);
        return Cli.run(all);
    }

    @Test
    void whatBecameWiderIsToldTableByTableAndExitsWithOne() {
        Cli told = diff(before, wider);
        assertThat(told.exit()).isEqualTo(1);
        assertThat(told.out())
                .contains("for ic_app", "public.\"Order\"", "  wider: SELECT for ic_app", "after:  everything")
                .contains("  wider: row security", "merely different");
    }

    @Test
    void whatOnlyBecameNarrowerExitsWithZero() {
        Cli told = diff(before, narrower);
        assertThat(told.exit()).isZero();
        assertThat(told.out()).contains("  narrower: UPDATE for ic_app", "0 wider, 1 narrower, 0 merely different");
    }

    @Test
    void theSameSnapshotDiffersInNothing() {
        assertThat(diff(before, before).out()).contains("0 wider, 0 narrower, 0 merely different; 1 of 1 relations");
    }

    @Test
    void oneSideMayBeTheDatabaseThatIsNamed() {
        Cli told = onServer("inspect", "--diff", wider.toString());
        assertThat(told.exit()).isZero();
        assertThat(told.out()).contains("  narrower: SELECT for ic_app");
    }

    @Test
    void asJsonItCountsEachWay() throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(diff(before, wider, "--format", "json").out());
        assertThat(json.path("schema").asText()).isEqualTo("partywall.diff/1");
        assertThat(json.path("summary").path("wider").asInt()).isGreaterThanOrEqualTo(3);
        assertThat(json.path("changes").findValuesAsText("what")).contains("SELECT", "UPDATE", "row security");
    }

    @Test
    void aSnapshotIsInspectedWithoutAServerForAnyRole() throws IOException {
        Cli boss = Cli.run("inspect", "--snapshot", before.toString(), "--role", "ic_boss");
        assertThat(boss.exit()).isZero();
        assertThat(boss.out()).contains("What ic_boss can do", "bypassrls: ic_boss bypasses row security.");
        Cli app = Cli.run("inspect", "--snapshot", before.toString(), "--format", "json");
        JsonNode json = new ObjectMapper().readTree(app.out());
        assertThat(json.path("escapes").get(0).path("text").asText())
                .isEqualTo("ic_app may SET ROLE ic_boss, which bypasses row security.");
        assertThat(json.path("relations").get(0).path("afterSetRole").findValuesAsText("role"))
                .contains("ic_boss");
    }

    @Test
    void whatIsNeitherSnapshotNorProfileIsWrongUsage() throws IOException {
        Path other = Files.writeString(folder.resolve("other.json"), "{}");
        assertThat(diff(before, other).exit()).isEqualTo(64);
        assertThat(diff(before, folder.resolve("missing.json")).exit()).isEqualTo(64);
        assertThat(diff(before, wider, "--role", "nobody").exit()).isEqualTo(64);
        assertThat(diff(before, wider, "--demo").exit()).isEqualTo(64);
    }
}
