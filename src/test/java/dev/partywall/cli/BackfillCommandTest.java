package dev.partywall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.testing.TestDatabase;
import dev.partywall.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackfillCommandTest {
    private static TestDatabase database;

    @TempDir
    private Path folder;

    @BeforeAll
    static void make() {
        database = TestServer.database("""
                DO $$ BEGIN
                  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'backfill_cli_app') THEN
                    CREATE ROLE backfill_cli_app LOGIN;
                    CREATE ROLE backfill_cli_bypass LOGIN BYPASSRLS;
                  END IF;
                END $$;
                CREATE TABLE tenant (id text PRIMARY KEY);
                INSERT INTO tenant VALUES ('acme'), ('globex');
                CREATE TABLE "Item" (id int PRIMARY KEY, tenant_id text);
                INSERT INTO "Item" SELECT i, CASE WHEN i > 5 THEN 'globex' END FROM generate_series(1, 8) i;
                ALTER TABLE "Item" ENABLE ROW LEVEL SECURITY;
                CREATE POLICY own ON "Item" USING (tenant_id = current_setting('app.tenant', true));
                GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO backfill_cli_app, backfill_cli_bypass;
                """);
    }

    private static Cli run(String... words) {
        List<String> args = new ArrayList<>(List.of(words));
        args.addAll(List.of(
                "--app-url", database.url() + "?user=backfill_cli_app",
                "--bypass-url", database.url() + "?user=backfill_cli_bypass",
                "--setting", "app.tenant",
                "--tenant-column", "tenant_id",
                "--registry", "tenant"));
        return Cli.run(args.toArray(String[]::new));
    }

    @Test
    void aPlanIsMadeCarriedOutExplainedAndUndone() {
        String plan = folder.resolve("plan.json").toString();
        String journal = folder.resolve("journal").toString();

        assertThat(run("backfill").out()).contains("public.\"Item\": 5 of 8 rows without a tenant (62.5 %)");
        Cli planned = run("backfill", "\"Item\"", "--assign", "fixed:acme", "--plan", plan);
        assertThat(planned.exit()).as(planned.err()).isZero();
        assertThat(planned.out()).contains("tenant acme: 0 rows now, 5 then", "Nothing was changed.");
        assertThat(run("why", "\"Item\"", "id=1", "--tenant", "acme").out())
                .contains("own is NULL", "The app connection does not see the row.");

        Cli done = run("backfill", "--execute", "--plan", plan, "--journal", journal);
        assertThat(done.exit()).as(done.err()).isZero();
        assertThat(done.out()).contains("5 rows have their tenant.", "SET NOT NULL");
        Cli why = run("why", "\"Item\"", "id=1", "--tenant", "acme", "--format", "json");
        assertThat(why.out()).contains("\"seen\" : true", "\"agrees\" : true");

        assertThat(run("backfill", "--execute", "--plan", plan, "--journal", journal)
                        .exit())
                .as("the journal is there already")
                .isEqualTo(64);
        Cli undone = run("backfill", "--undo", journal);
        assertThat(undone.exit()).as(undone.err()).isZero();
        assertThat(undone.out()).startsWith("5 rows are as they were.");
    }

    @Test
    void aRehearsalChangesNothingAndSaysWhatToExpect() {
        Cli told = run("backfill", "\"Item\"", "--assign", "fixed:acme", "--rehearse");
        assertThat(told.exit()).as(told.err()).isZero();
        assertThat(told.out())
                .contains("5 of 5 planned rows tried, 5 changed, 0 refused", "tenant acme: 0 rows before, 5 after")
                .contains("nothing was changed");
        assertThat(run("backfill").out()).contains("5 of 8 rows without a tenant");
    }

    @Test
    void undecidedRowsGoToAFileThatIsAMappingOnceFilledIn() throws IOException {
        Path file = folder.resolve("undecided.csv");
        Cli told = run("backfill", "\"Item\"", "--assign", "sql:NULL::text", "--undecided", file.toString());
        assertThat(told.exit()).as(told.err()).isZero();
        assertThat(told.out()).startsWith("5 rows are undecided");
        Files.writeString(file, Files.readString(file).replaceFirst("from,,\\R", "from,,acme\n"));
        assertThat(run("backfill", "\"Item\"", "--assign", "map:" + file).out())
                .contains("1 rows can be assigned", "4 rows have nothing to take a tenant from");
    }

    @Test
    void deletingIsConfirmedByItsNumber() {
        assertThat(run("backfill", "\"Item\"", "--assign", "delete").out())
                .contains("5 rows would be deleted. Add --execute --confirm-delete 5 to do it.");
        String journal = folder.resolve("deleted").toString();
        assertRefused(
                run("backfill", "\"Item\"", "--assign", "delete", "--execute", "--journal", journal),
                "nobody has confirmed that");
        assertRefused(
                run(
                        "backfill",
                        "\"Item\"",
                        "--assign",
                        "delete",
                        "--execute",
                        "--confirm-delete",
                        "4",
                        "--journal",
                        journal),
                "4 rows were confirmed to be deleted, and the plan deletes 5");
        Cli done = run(
                "backfill",
                "\"Item\"",
                "--assign",
                "delete",
                "--execute",
                "--confirm-delete",
                "5",
                "--journal",
                journal);
        assertThat(done.exit()).as(done.err()).isZero();
        assertThat(done.out()).contains("5 rows were deleted");
        Cli undone = run("backfill", "--undo", journal);
        assertThat(undone.exit()).as(undone.err()).isZero();
        assertThat(undone.out()).startsWith("5 rows are as they were.");
    }

    @Test
    void closingSaysOfEachStepWhatCameOfIt() {
        Cli told = run("backfill", "\"Item\"", "--close");
        assertThat(told.exit()).as("rows are left, and the role is no owner").isEqualTo(1);
        assertThat(told.out())
                .contains("skipped  ALTER TABLE public.\"Item\" ADD CONSTRAINT", "5 rows without a tenant are left")
                .contains("refused  ALTER TABLE public.\"Item\" ALTER COLUMN tenant_id SET DEFAULT");
    }

    @Test
    void whatMakesNoSenseIsOneSentenceAndANextStep() {
        assertRefused(run("backfill", "\"Item\"", "--assign", "fixed:umbrella"), "'umbrella' is no tenant");
        assertRefused(run("backfill", "\"Item\"", "--assign", "perhaps"), "'perhaps' does not say where");
        assertRefused(
                run("backfill", "\"Item\"", "--assign", "sql:nope + 1"), "The expression nope + 1 cannot be used");
        assertRefused(run("backfill", "\"Item\"", "--execute"), "It is not said where the tenants come from");
        assertRefused(run("backfill", "--undo", folder.resolve("none").toString()), "cannot be read");
        assertRefused(run("backfill", "--close"), "It is not said for which table");
        assertRefused(run("backfill", "\"Item\"", "--execute", "--close"), "Only one of --execute");
        assertRefused(run("why", "\"Item\"", "id=99", "--tenant", "acme"), "There is no such row");
        assertRefused(run("why", "\"Item\"", "id=1", "--everyone"), "The bypass role sees every row");
    }

    private static void assertRefused(Cli refused, String sentence) {
        assertThat(refused.err()).contains(sentence).doesNotContain("\tat ");
        assertThat(refused.exit()).isEqualTo(64);
    }
}
