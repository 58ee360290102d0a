package dev.partywall.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.access.Inspector;
import dev.partywall.catalog.RelationName;
import dev.partywall.connect.Cancellation;
import dev.partywall.connect.Link;
import dev.partywall.probe.ProbeContext.Way;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** In which sessions attempts are made, and that neither their order nor their number changes a verdict. */
class SessionsTest {
    /** Remembers the first tenant for as long as the connection lasts. */
    private static final String STICKY = """
        CREATE FUNCTION me() RETURNS text LANGUAGE plpgsql AS $$
        BEGIN
          IF coalesce(current_setting('app.me', true), '') = '' THEN
            PERFORM set_config('app.me', coalesce(current_setting('app.tenant', true), ''), false);
          END IF;
          RETURN current_setting('app.me', true);
        END $$;
        CREATE POLICY own ON note USING (tenant_id = me());
        """;

    @Test
    void findsWhatATenantLeavesOnItsConnection() {
        Verdictbook book = Sandbox.notes(STICKY).run(ProbePlan.usual().onlyProbes(Set.of("foreign-read")));
        assertThat(book.by(Way.DIRECT).leaking()).isEmpty();
        assertThat(book.by(Way.REUSED).outcomes()).containsExactly(Outcome.LEAKED);
    }

    @Test
    void leavesNothingOnASoundConnection() {
        Verdictbook book = Sandbox.notes(Sandbox.policies(Map.of())).run();
        assertThat(book.by(Way.REUSED).outcomes()).containsExactly(Outcome.ISOLATED);
        assertThat(book.by(Way.REUSED).verdicts()).hasSize(2);
    }

    @Test
    void triesAsEachRoleThatTheAppRoleMayBecome() {
        String script = Sandbox.policies(Map.of())
                + Sandbox.unbound(
                        "DO $$ BEGIN CREATE ROLE pb_auditor; EXCEPTION WHEN duplicate_object THEN NULL; END $$;"
                                + "ALTER ROLE pb_app NOINHERIT; GRANT pb_auditor TO pb_app; GRANT SELECT ON note TO pb_auditor;"
                                + "CREATE POLICY audit ON note FOR SELECT TO pb_auditor USING (true);");
        Sandbox sandbox = Sandbox.notes(script);
        try {
            Verdictbook book = sandbox.run();
            assertThat(book.become("pb_auditor").leaking()).contains("foreign-read", "foreign-read-by-key");
            assertThat(book.as("acme").leaking()).isEmpty();
            assertThat(book.become("pb_auditor")
                            .of("foreign-read")
                            .verdicts()
                            .getFirst()
                            .replay())
                    .contains("SET LOCAL ROLE pb_auditor;");
        } finally {
            sandbox.database().execute("REVOKE pb_auditor FROM pb_app; ALTER ROLE pb_app INHERIT");
        }
    }

    @Test
    void givesTheSameVerdictsInAnyOrderAndOnAnyNumberOfConnections() {
        Sandbox sandbox = Sandbox.notes(
                Sandbox.policies(Map.of("DELETE", "USING (true)", "INSERT", "WITH CHECK (true)"))
                        + "CREATE TABLE line (id serial PRIMARY KEY, note_id bigint NOT NULL REFERENCES note ON DELETE CASCADE);"
                        + "INSERT INTO line (note_id) SELECT id FROM note; GRANT SELECT, INSERT, UPDATE, DELETE ON line TO pb_app;");
        ProbePlan plan = ProbePlan.usual();
        List<Verdict> alone = sandbox.run(plan.on(1)).verdicts();
        assertThat(sandbox.run(plan.on(3)).verdicts()).isEqualTo(alone);
        for (int round = 1; round <= 3; round++) {
            assertThat(sandbox.run(plan.shuffled(round)).verdicts()).isEqualTo(alone);
        }
    }

    @Test
    void tellsWhatEachTenantSeesBesideWhatThereIs() {
        Sandbox sandbox = Sandbox.notes(Sandbox.unbound("INSERT INTO note (tenant_id, body) VALUES (NULL, 'n');")
                + "CREATE POLICY own ON note USING ((tenant_id = " + Sandbox.ME + " AND body <> 'a1')"
                + " OR tenant_id IS NULL OR body = 'g1');");
        try (Link link = sandbox.open()) {
            ProbeRun run =
                    Probes.run(link, Inspector.inspect(link), ProbePlan.usual(), new Cancellation(), Progress.silent());
            Differential acme = run.differentials().stream()
                    .filter(one -> one.tenant().equals("acme"))
                    .findFirst()
                    .orElseThrow();
            assertThat(List.of(
                            acme.owned(), acme.visible(), acme.foreignVisible(), acme.ownHidden(), acme.nullVisible()))
                    .containsExactly(2L, 3L, 1L, 1L, 1L);
            assertThat(run.proof().snapshots()).contains(acme.snapshot());
            assertThat(run.proof().app().settings()).containsKey("app.tenant");
            assertThat(run.proof().rowSecurityActive()).containsEntry(new RelationName("public", "note"), true);
        }
    }

    @Test
    void isNeverGreenWhereTheTimeDidNotSuffice() {
        Sandbox sandbox = Sandbox.notes(Sandbox.policies(Map.of())
                + "CREATE FUNCTION slow() RETURNS text LANGUAGE sql AS 'SELECT pg_sleep(2)::text';"
                + "CREATE VIEW slowly WITH (security_invoker) AS SELECT id, tenant_id, slow() AS s FROM note OFFSET 0;"
                + "GRANT SELECT ON slowly TO pb_app;");
        try (Link link = sandbox.open()) {
            ProbeRun run = Probes.run(
                    link,
                    Inspector.inspect(link),
                    ProbePlan.usual()
                            .withTenants(List.of("acme"))
                            .onlyRelations(Set.of(new RelationName("public", "slowly")))
                            .within(Duration.ofSeconds(1)),
                    new Cancellation(),
                    Progress.silent());
            assertThat(new Verdictbook(run.verdicts())
                            .as("acme")
                            .of("foreign-read")
                            .only()
                            .incomplete())
                    .isTrue();
            assertThat(run.problems()).isNotEmpty();
        }
    }

    @Test
    void aTableTheBypassRoleCannotReadKeepsTheRunFromBeingComplete() {
        Sandbox sandbox = Sandbox.notes(Sandbox.policies(Map.of()));
        sandbox.database().execute("REVOKE ALL ON note FROM pb_bypass");
        try (Link link = sandbox.open()) {
            ProbeRun run = Probes.run(
                    link,
                    Inspector.inspect(link),
                    ProbePlan.usual().withTenants(List.of("acme", "globex")),
                    new Cancellation(),
                    Progress.silent());
            assertThat(run.problems()).singleElement().asString().contains("the bypass role cannot read public.note");
            assertThat(new Verdictbook(run.verdicts()).outcomes()).doesNotContain(Outcome.ISOLATED);
        }
    }
}
