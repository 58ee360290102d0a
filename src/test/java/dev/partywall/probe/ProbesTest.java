package dev.partywall.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partywall.access.Inspection;
import dev.partywall.access.Inspector;
import dev.partywall.catalog.RelationName;
import dev.partywall.connect.Cancellation;
import dev.partywall.connect.Link;
import dev.partywall.profile.Profile;
import dev.partywall.profile.TenancyDeclaration;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class ProbesTest {
    private static final String SOUND = Sandbox.policies(Map.of());

    @Test
    void everyProbeHasAnIdOfItsOwnAndAPageThatBeginsWithIt() {
        assertThat(Probes.all()).extracting(Probe::id).doesNotHaveDuplicates();
        assertThat(Probes.all()).allSatisfy(probe -> assertThat(probe.page()).startsWith("# " + probe.id() + ": "));
        assertThat(Probes.named("foreign-read")).isPresent();
    }

    @Test
    void givesTheSameVerdictsInTheSameOrder() {
        Sandbox sandbox =
                Sandbox.notes(Sandbox.policies(Map.of("DELETE", "USING (true)", "INSERT", "WITH CHECK (true)")));
        assertThat(sandbox.run()).isEqualTo(sandbox.run());
    }

    @Test
    void aTableThatIsGoneFailsAlone() {
        Sandbox sandbox = Sandbox.notes(SOUND + "CREATE TABLE gone (id int PRIMARY KEY, tenant_id text);"
                + "GRANT SELECT, DELETE ON gone TO pb_app;");
        try (Link link = sandbox.open()) {
            Inspection before = Inspector.inspect(link);
            sandbox.database().execute("ALTER TABLE gone RENAME TO moved");
            Verdictbook book = Sandbox.run(link, before, ProbePlan.usual());
            assertThat(book.on("gone").outcomes())
                    .contains(Outcome.FAILED)
                    .doesNotContain(Outcome.ISOLATED, Outcome.LEAKED, Outcome.VACUOUS);
            assertThat(book.on("note").outcomes()).doesNotContain(Outcome.FAILED);
        }
    }

    @Test
    void aRowThatOthersLockFailsOnlyWhatNeedsIt() throws SQLException {
        Sandbox sandbox = Sandbox.notes(
                "ALTER TABLE note DISABLE ROW LEVEL SECURITY; DELETE FROM note WHERE tenant_id = 'initech';");
        try (Link link = sandbox.open();
                Connection other =
                        DriverManager.getConnection(sandbox.database().url() + "?user=postgres")) {
            Inspection inspection = Inspector.inspect(link);
            other.setAutoCommit(false);
            other.createStatement().execute("SELECT FROM note WHERE id = 1 FOR UPDATE");
            Verdictbook book = Sandbox.run(link, inspection, ProbePlan.usual().withTenants(List.of("acme", "globex")));
            Verdict failed = book.of("delete-foreign").as("globex").only();
            assertThat(failed.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(failed.sqlState()).isEqualTo("55P03");
            assertThat(book.of("delete-foreign").as("acme").only().outcome()).isEqualTo(Outcome.LEAKED);
            assertThat(book.of("foreign-read").outcomes()).containsExactly(Outcome.LEAKED);
        }
    }

    @Test
    void leavesOutWhatWritesWhenOnlyReadingIsAllowed() {
        Verdictbook book = Sandbox.notes("ALTER TABLE note DISABLE ROW LEVEL SECURITY;")
                .run(ProbePlan.usual().readingOnly());
        assertThat(book.leaking()).containsExactlyInAnyOrder("foreign-read", "foreign-read-by-key", "copy-out");
        assertThat(book.verdicts()).extracting(Verdict::command).containsOnly("SELECT", "COPY", "TRUNCATE");
    }

    @Test
    void triesOnlyWhatThePlanNames() {
        ProbePlan plan = ProbePlan.usual()
                .withTenants(List.of("acme"))
                .onlyRelations(Set.of(new RelationName("public", "note")))
                .onlyProbes(Set.of("insert-foreign"));
        Verdictbook book = Sandbox.notes(SOUND).run(plan);
        assertThat(book.verdicts()).extracting(Verdict::probe).containsOnly("insert-foreign");
        assertThat(book.as("acme").verdicts()).hasSize(1);
    }

    @Test
    void saysNothingGreenWithoutTheBypassSideButStillFindsLeaks() {
        Sandbox sandbox =
                Sandbox.notes(SOUND + "CREATE TABLE open (id int, tenant_id text); GRANT SELECT ON open TO pb_app;"
                        + "INSERT INTO open VALUES (1, 'acme'), (2, 'globex');");
        TenancyDeclaration declared = Sandbox.declared("{tenant}", null, null, Set.of(), null);
        Profile both = sandbox.database().profile("pb_app", "pb_bypass", declared);
        Profile half = new Profile(both.name(), both.environment(), both.app(), null, declared);
        try (Link link = Link.open(half)) {
            Verdictbook book =
                    Sandbox.run(link, Inspector.inspect(link), ProbePlan.usual().withTenants(List.of("acme")));
            assertThat(book.outcomes()).doesNotContain(Outcome.ISOLATED);
            assertThat(book.on("open").of("foreign-read").as("acme").only().outcome())
                    .isEqualTo(Outcome.LEAKED);
        }
    }

    @Test
    void playsEachTenantByItsLogin() {
        String login = "CREATE POLICY own ON note USING ('pb_' || tenant_id = current_user) WITH CHECK (%s);"
                + "GRANT SELECT, INSERT, UPDATE, DELETE ON note TO pb_acme, pb_globex, pb_initech;";
        TenancyDeclaration declared = new TenancyDeclaration(
                Map.of(),
                Map.of(),
                Map.of("acme", "pb_acme", "globex", "pb_globex", "initech", "pb_initech"),
                "tenant_id",
                Map.of(),
                null,
                List.of(),
                Set.of(),
                null,
                null,
                Set.of(),
                null);
        assertThat(Sandbox.notes(login.formatted("'pb_' || tenant_id = current_user"))
                        .with(declared)
                        .run()
                        .leaking())
                .isEmpty();
        assertThat(Sandbox.notes(login.formatted("true")).with(declared).run().leaking())
                .containsExactlyInAnyOrder("insert-foreign", "insert-ignored", "push-own");
    }

    @Test
    void fillsTheTenantIntoADocumentOfClaims() {
        String claims =
                "CREATE POLICY own ON note USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::json"
                        + " ->> 'org');";
        TenancyDeclaration declared = Sandbox.declared("{\"org\": \"{tenant}\"}", null, null, Set.of(), null);
        Verdictbook book = Sandbox.notes(claims).with(declared).run();
        assertThat(book.leaking()).isEmpty();
        assertThat(book.of("foreign-read").as("acme").only().evidence()).doesNotContain("Hidden");
    }

    @Test
    void judgesTheRowsOfASystemTenantByWhoMayChangeThem() {
        String system = Sandbox.unbound("INSERT INTO note (tenant_id, body) VALUES ('0', 'for all');");
        String reads = "USING (tenant_id = '0' OR " + Sandbox.MINE + ")";
        TenancyDeclaration declared = Sandbox.declared("{tenant}", null, null, Set.of("0"), null);
        assertThat(Sandbox.notes(system + Sandbox.policies(Map.of("SELECT", reads)))
                        .with(declared)
                        .run()
                        .leaking())
                .isEmpty();
        assertThat(Sandbox.notes(system + Sandbox.policies(Map.of("SELECT", reads, "DELETE", reads)))
                        .with(declared)
                        .run()
                        .leaking())
                .containsExactly("delete-everything");
    }

    @Test
    void tellsHowFarItIs() {
        Sandbox sandbox = Sandbox.notes(SOUND);
        List<String> said = new ArrayList<>();
        try (Link link = sandbox.open()) {
            Probes.run(
                    link,
                    Inspector.inspect(link),
                    ProbePlan.usual().on(1),
                    new Cancellation(),
                    (done, total, what) -> said.add(done + "/" + total + " " + what));
        }
        assertThat(said)
                .containsExactly(
                        "0/9 As globex",
                        "1/9 As initech",
                        "2/9 As acme",
                        "3/9 On a connection that never named a tenant",
                        "4/9 With an empty tenant setting",
                        "5/9 With a tenant setting that is malformed",
                        "6/9 With a tenant setting that is no tenant's",
                        "7/9 with settings that are nearly a tenant's",
                        "8/9 on a connection that others had used",
                        "9/9 done");
    }

    @Test
    void stopsWhenAsked() {
        Sandbox sandbox = Sandbox.notes(SOUND);
        Cancellation cancellation = new Cancellation();
        try (Link link = sandbox.open()) {
            Inspection inspection = Inspector.inspect(link);
            assertThatThrownBy(() -> Probes.run(
                            link,
                            inspection,
                            ProbePlan.usual(),
                            cancellation,
                            (done, total, what) -> cancellation.cancel()))
                    .isInstanceOf(CancellationException.class);
        }
    }
}
