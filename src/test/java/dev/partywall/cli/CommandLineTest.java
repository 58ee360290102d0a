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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    private static TestDatabase database;

    @BeforeAll
    static void makeDatabase() {
        database = TestServer.database("""
                DO $$ BEGIN
                  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'cli_app') THEN
                    CREATE ROLE cli_app LOGIN;
                    CREATE ROLE cli_bypass LOGIN BYPASSRLS;
                  END IF;
                END $$;
                CREATE TABLE tenant (id text PRIMARY KEY, name text);
                INSERT INTO tenant VALUES ('acme', 'Acme'), ('globex', 'Globex');
                CREATE TABLE "Order" (
                  id int PRIMARY KEY,
                  tenant_id text NOT NULL DEFAULT current_setting('app.tenant', true) REFERENCES tenant (id),
                  note text);
                CREATE INDEX ON "Order" (tenant_id);
                INSERT INTO "Order" SELECT i, CASE i % 2 WHEN 0 THEN 'acme' ELSE 'globex' END, 'n' || i
                  FROM generate_series(1, 10) i;
                ALTER TABLE "Order" ENABLE ROW LEVEL SECURITY;
                ALTER TABLE "Order" FORCE ROW LEVEL SECURITY;
                CREATE POLICY own ON "Order" USING (tenant_id = current_setting('app.tenant', true));
                GRANT USAGE ON SCHEMA public TO cli_app, cli_bypass;
                GRANT SELECT, INSERT, UPDATE, DELETE ON "Order" TO cli_app, cli_bypass;
                GRANT SELECT ON tenant TO cli_bypass;
                """);
    }

    private static String[] with(String command, String... more) {
        String url = database.url().substring("jdbc:".length());
        String[] fixed = {command, "--app-url", url + "?user=cli_app", "--bypass-url", url + "?user=cli_bypass"};
        String[] all = java.util.Arrays.copyOf(fixed, fixed.length + more.length);
        System.arraycopy(more, 0, all, fixed.length, more.length);
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "verify", "verify --format yaml --demo", "browse", "verify --demo nothere"})
    void wrongUsageIs64WithOneSentenceAndANextStep(String line) {
        Cli run = Cli.run(line.split(" "));

        assertThat(run.exit()).isEqualTo(64);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSizeBetween(2, 3);
        assertThat(run.err()).startsWith("partywall: ").doesNotContain("Exception");
    }

    @Test
    void anUnreachableServerIs2() {
        Cli run = Cli.run("verify", "--app-url", "postgresql://nobody@127.0.0.1:1/nothing");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("partywall: ")
                .doesNotContain("Exception")
                .doesNotContain("\tat ");
    }

    @Test
    void aSoundDatabaseIsZeroAndTheReportIsTheContracts() throws IOException {
        Cli run = Cli.run(with("verify", "--format", "json"));
        JsonNode report = new ObjectMapper().readTree(run.out());

        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        assertThat(report.at("/schema").asText()).isEqualTo("partywall.report/1");
        assertThat(report.at("/tenancy/setting").asText()).isEqualTo("app.tenant");
        assertThat(report.at("/tenancy/tenantColumn").asText()).isEqualTo("tenant_id");
        assertThat(report.at("/summary/verdicts/leaked").asInt()).isZero();
        assertThat(report.at("/summary/verdicts/isolated").asInt()).isPositive();
    }

    @Test
    void withoutAControlASoundDatabaseIsNotGreen() {
        Cli run = Cli.run(
                "verify",
                "--app-url",
                database.url().substring("jdbc:".length()) + "?user=cli_app",
                "--tenants",
                "acme");

        assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(2);
        assertThat(run.out()).contains("Without a bypass role");
    }

    @Test
    void aReportGoesToAFileWholeOrNotAtAll(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("report.html");
        assertThat(Cli.run(with("advise", "--format", "html", "--output", file.toString()))
                        .exit())
                .isZero();
        assertThat(Files.readString(file)).startsWith("<!DOCTYPE html>").endsWith("</html>\n");

        Cli nowhere = Cli.run(
                with("advise", "--output", folder.resolve("no/such/report").toString()));
        assertThat(nowhere.exit()).isEqualTo(2);
        assertThat(nowhere.err()).contains("Cannot write");
    }

    @Test
    void browseShowsATenantItsOwnRowsAndSaysWhoLooked() {
        Cli run = Cli.run(with("browse", "order", "--tenant", "acme", "--limit", "2", "--format", "csv"));

        assertThat(run.exit()).isZero();
        assertThat(run.out().lines()).containsExactly("id,tenant_id,note", "2,acme,n2", "4,acme,n4");
        assertThat(run.err())
                .contains("cli_app")
                .contains("acme")
                .contains("row security active")
                .contains("--after 4");

        Cli next = Cli.run(
                with("browse", "\"Order\"", "--tenant", "acme", "--limit", "2", "--format", "csv", "--after", "4"));
        assertThat(next.out().lines().skip(1)).containsExactly("6,acme,n6", "8,acme,n8");
    }

    @Test
    void browseWithoutALensIsWrongUsage() {
        assertThat(Cli.run(with("browse", "Order")).exit()).isEqualTo(64);
    }

    @Test
    void compareNamesWhatTheTenantSeesOfEachRow() {
        Cli run = Cli.run(with("browse", "Order", "--tenant", "acme", "--compare", "--format", "csv"));

        assertThat(run.out().lines().skip(1).limit(2)).containsExactly("hidden-other,1,globex,n1", "visible,2,acme,n2");
        assertThat(run.err()).contains("5 visible, 5 hidden-other");
    }

    @Test
    void aBaselineAcceptsWhatIsKnownAndFailsOnWhatIsNew(@TempDir Path folder) {
        String known = folder.resolve("known.json").toString();
        database.execute(
                "CREATE TABLE open (id int PRIMARY KEY, tenant_id text); GRANT SELECT ON open TO cli_app, cli_bypass");
        try {
            assertThat(Cli.run(with("advise", "--write-baseline", known)).exit())
                    .isEqualTo(1);
            assertThat(Cli.run(with("advise", "--baseline", known)).exit()).isZero();

            database.execute(
                    "CREATE TABLE newer (id int PRIMARY KEY, tenant_id text); GRANT SELECT ON newer TO cli_app, cli_bypass");
            Cli newer = Cli.run(with("advise", "--baseline", known));
            assertThat(newer.exit()).isEqualTo(1);
            assertThat(newer.out())
                    .contains("CRITICAL  rls-disabled: public.newer")
                    .doesNotContain("CRITICAL  rls-disabled: public.open")
                    .contains("critical  rls-disabled: public.open", "Known from the baseline");

            database.execute("DROP TABLE open");
            assertThat(Cli.run(with("advise", "--baseline", known)).out()).contains("Stale, no longer found");
        } finally {
            database.execute("DROP TABLE IF EXISTS open, newer");
        }
    }

    @Test
    void aSuppressionBesideTheProfileCountsUntilItsLastDayAndNeverForALeak(@TempDir Path folder) throws IOException {
        Path profile = Files.writeString(folder.resolve("shop.json"), profile());
        Path suppressions = folder.resolve("shop.suppressions.json");
        database.execute("CREATE TABLE open AS SELECT * FROM \"Order\"; GRANT SELECT ON open TO cli_app, cli_bypass");
        try {
            Cli found = Cli.run("advise", "--profile", profile.toString(), "--format", "json");
            assertThat(found.exit()).isEqualTo(1);
            JsonNode open = new ObjectMapper().readTree(found.out()).at("/findings/0");
            assertThat(open.at("/id").asText()).isEqualTo("rls-disabled");

            Files.writeString(suppressions, suppressing(open, "2999-12-31"));
            Cli silent = Cli.run("advise", "--profile", profile.toString());
            assertThat(silent.exit()).isZero();
            assertThat(silent.out())
                    .contains("Accepted, not counted: 1", "Suppressed by ann until 2999-12-31: a copy.");
            Cli leak = Cli.run("verify", "--profile", profile.toString());
            assertThat(leak.exit()).isEqualTo(1);
            assertThat(leak.out()).contains("LEAKED    SELECT on public.open");

            Files.writeString(suppressions, suppressing(open, "2020-12-31"));
            Cli expired = Cli.run("advise", "--profile", profile.toString());
            assertThat(expired.exit()).isEqualTo(1);
            assertThat(expired.out()).contains("Expired, counts again: rls-disabled on public.open");
        } finally {
            database.execute("DROP TABLE open");
        }
    }

    private static String suppressing(JsonNode finding, String expires) {
        return """
                {"schema": "partywall.suppressions/1", "suppressed": [{"fingerprint": "%s", "id": "rls-disabled",
                 "object": "public.open", "severity": "critical", "reason": "a copy", "author": "ann", "expires": "%s"}]}
                """.formatted(finding.at("/fingerprint").asText(), expires);
    }

    private static String profile() {
        String url = database.url().substring("jdbc:".length());
        return """
                {"schema": "partywall.profile/1", "name": "shop",
                 "app": {"url": "%1$s?user=cli_app"}, "bypass": {"url": "%1$s?user=cli_bypass"}}
                """.formatted(url);
    }

    @Test
    void explainPrintsThePageOfARule() {
        assertThat(Cli.run("explain", "rls-disabled").out()).startsWith("# ").contains("How to fix it");
        assertThat(Cli.run("explain", "no-such-id").exit()).isEqualTo(64);
    }
}
