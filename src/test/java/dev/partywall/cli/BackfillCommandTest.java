package dev.partywall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.testing.TestDatabase;
import dev.partywall.testing.TestServer;
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
                GRANT SELECT, UPDATE ON ALL TABLES IN SCHEMA public TO backfill_cli_app, backfill_cli_bypass;
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
    void whatMakesNoSenseIsOneSentenceAndANextStep() {
        assertRefused(run("backfill", "\"Item\"", "--assign", "fixed:umbrella"), "'umbrella' is no tenant");
        assertRefused(run("backfill", "\"Item\"", "--assign", "perhaps"), "'perhaps' does not say where");
        assertRefused(
                run("backfill", "\"Item\"", "--assign", "sql:nope + 1"), "The expression nope + 1 cannot be used");
        assertRefused(run("backfill", "\"Item\"", "--execute"), "It is not said where the tenants come from");
        assertRefused(run("backfill", "--undo", folder.resolve("none").toString()), "cannot be read");
        assertRefused(run("why", "\"Item\"", "id=99", "--tenant", "acme"), "There is no such row");
        assertRefused(run("why", "\"Item\"", "id=1", "--everyone"), "The bypass role sees every row");
    }

    private static void assertRefused(Cli refused, String sentence) {
        assertThat(refused.err()).contains(sentence).doesNotContain("\tat ");
        assertThat(refused.exit()).isEqualTo(64);
    }
}
