package dev.partywall.probe.probes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.probe.Outcome;
import dev.partywall.probe.ProbeContext.Kind;
import dev.partywall.probe.Sandbox;
import dev.partywall.probe.Verdict;
import dev.partywall.probe.Verdictbook;
import dev.partywall.profile.Registry;
import dev.partywall.profile.TenancyDeclaration.NullTenantMeans;
import dev.partywall.profile.TenancyDeclaration.UnsetMeans;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ForeignReadTest {
    private static final String SOUND = "CREATE POLICY own ON note USING (" + Sandbox.MINE + ");";

    private static Verdictbook reads(Sandbox sandbox, String relation) {
        return sandbox.run().of("foreign-read").on(relation);
    }

    @Test
    void isIsolatedInEverySessionBehindASoundPolicy() {
        Verdictbook reads = reads(Sandbox.notes(SOUND), "note");
        assertThat(reads.outcomes()).containsExactly(Outcome.ISOLATED);
        assertThat(reads.verdicts())
                .extracting(verdict -> verdict.context().kind())
                .contains(Kind.values());
        assertThat(reads.as("acme").only().evidence()).endsWith("The control saw 4.");
    }

    @Test
    void leaksBehindAnOpenPolicy() {
        Verdict verdict = reads(Sandbox.notes("CREATE POLICY everybody ON note USING (true);"), "note")
                .as("acme")
                .only();
        assertThat(verdict.outcome()).isEqualTo(Outcome.LEAKED);
        assertThat(verdict.rows()).isEqualTo(4);
        assertThat(verdict.evidence())
                .isEqualTo("As acme, reading note shows rows of others: 3 of globex, 1 of initech; the control saw 4.");
    }

    @Test
    void provesNothingWhereNobodyElseHasRows() {
        Sandbox alone = Sandbox.notes(SOUND + Sandbox.unbound("DELETE FROM note WHERE tenant_id <> 'acme';"));
        assertThat(reads(alone, "note").as("acme").only().outcome()).isEqualTo(Outcome.VACUOUS);
    }

    @Test
    void tellsAConnectionThatNeverKnewATenantFromAnEmptySetting() {
        Verdictbook unset = reads(
                Sandbox.notes("CREATE POLICY own ON note USING (current_setting('app.tenant', true) IS NULL OR "
                        + Sandbox.MINE + ");"),
                "note");
        assertThat(unset.in(Kind.UNSET).only().outcome()).isEqualTo(Outcome.LEAKED);
        assertThat(unset.in(Kind.EMPTY).only().outcome()).isEqualTo(Outcome.ISOLATED);
        Verdictbook empty = reads(
                Sandbox.notes("CREATE POLICY own ON note USING (current_setting('app.tenant', true) = '' OR "
                        + Sandbox.MINE + ");"),
                "note");
        assertThat(empty.in(Kind.UNSET).only().outcome()).isEqualTo(Outcome.ISOLATED);
        assertThat(empty.in(Kind.EMPTY).only().outcome()).isEqualTo(Outcome.LEAKED);
    }

    @Test
    void countsASettingThatCannotBeReadAsClosed() {
        Verdictbook reads = reads(
                Sandbox.notes("CREATE POLICY own ON note USING (tenant_id = current_setting('app.tenant'));"), "note");
        Verdict unset = reads.in(Kind.UNSET).only();
        assertThat(unset.outcome()).isEqualTo(Outcome.ISOLATED);
        assertThat(unset.sqlState()).isEqualTo("42704");
    }

    @Test
    void doesNotJudgeASessionThatIsDeclaredToSeeEverything() {
        Sandbox sandbox = Sandbox.notes(
                        "CREATE POLICY own ON note USING (" + Sandbox.ME + " IS NULL OR " + Sandbox.MINE + ");")
                .with(Sandbox.declared("{tenant}", null, UnsetMeans.EVERYTHING, Set.of(), null));
        assertThat(reads(sandbox, "note").outcomes()).containsOnly(Outcome.ISOLATED, Outcome.NOT_RUN);
    }

    @Test
    void findsRowsWithoutATenantUnlessTheyAreDeclaredShared() {
        String policies = Sandbox.unbound("INSERT INTO note (tenant_id, body) VALUES (NULL, 'nobody''s');")
                + "CREATE POLICY own ON note FOR SELECT USING (" + Sandbox.MINE + " OR tenant_id IS NULL AND "
                + Sandbox.ME + " IS NOT NULL);";
        assertThat(reads(Sandbox.notes(policies), "note").as("acme").only().rows())
                .isEqualTo(1);
        Sandbox shared = Sandbox.notes(policies)
                .with(Sandbox.declared("{tenant}", null, null, Set.of(), NullTenantMeans.SHARED));
        assertThat(reads(shared, "note").outcomes()).containsExactly(Outcome.ISOLATED);
    }

    @Test
    void judgesAChildThroughItsForeignKey() {
        String child =
                "CREATE TABLE \"Line\" (note_id bigint NOT NULL REFERENCES note, \"no\" int, PRIMARY KEY (note_id,"
                        + " \"no\"));"
                        + Sandbox.unbound("INSERT INTO \"Line\" SELECT id, 1 FROM note;")
                        + "GRANT SELECT ON \"Line\" TO pb_app;";
        Verdict verdict =
                reads(Sandbox.notes(SOUND + child), "Line").as("globex").only();
        assertThat(verdict.outcome()).isEqualTo(Outcome.LEAKED);
        assertThat(verdict.rows()).isEqualTo(3);
    }

    @Test
    void judgesAViewByTheKeyItShows() {
        String view = "CREATE VIEW body AS SELECT id, body FROM note; ALTER TABLE note NO FORCE ROW LEVEL SECURITY;"
                + "GRANT SELECT ON body TO pb_app;";
        assertThat(reads(Sandbox.notes(SOUND + view), "body")
                        .as("initech")
                        .only()
                        .rows())
                .isEqualTo(5);
        String invoker = view + "ALTER VIEW body SET (security_invoker = true);";
        assertThat(reads(Sandbox.notes(SOUND + invoker), "body").outcomes()).containsExactly(Outcome.ISOLATED);
    }

    @Test
    void judgesAnAuditTableByTheDocumentItKeeps() {
        String audit = "CREATE TABLE audit (id int PRIMARY KEY, was jsonb); GRANT SELECT ON audit TO pb_app;"
                + Sandbox.unbound("INSERT INTO audit SELECT id, to_jsonb(note) FROM note;");
        assertThat(reads(Sandbox.notes(SOUND + audit), "audit")
                        .as("acme")
                        .only()
                        .rows())
                .isEqualTo(4);
    }

    @Test
    void sparesTheListOfTenantsUnlessItShowsMoreThanNames() {
        String registry = "CREATE TABLE tenant (id text PRIMARY KEY, name text);"
                + "INSERT INTO tenant VALUES ('acme', 'A'), ('globex', 'G'); GRANT SELECT ON tenant TO pb_app;";
        Registry declared = new Registry("public.tenant", "id", null, null);
        Sandbox names =
                Sandbox.notes(SOUND + registry).with(Sandbox.declared("{tenant}", declared, null, Set.of(), null));
        assertThat(reads(names, "tenant").as("acme").only().outcome()).isEqualTo(Outcome.NOT_RUN);
        Sandbox secrets = Sandbox.notes(SOUND + registry + "ALTER TABLE tenant ADD COLUMN billing_email text;")
                .with(Sandbox.declared("{tenant}", declared, null, Set.of(), null));
        assertThat(reads(secrets, "tenant").as("acme").only().outcome()).isEqualTo(Outcome.LEAKED);
    }

    @Test
    void isBlockedWithoutThePrivilege() {
        Sandbox sandbox = Sandbox.notes(SOUND + "REVOKE SELECT ON note FROM pb_app;");
        assertThat(reads(sandbox, "note").outcomes()).containsExactly(Outcome.BLOCKED);
    }

    @Test
    void seesThroughColumnGrantsByTheKey() {
        String grants = "REVOKE ALL ON note FROM pb_app; GRANT SELECT (id, body) ON note TO pb_app;";
        Sandbox open = Sandbox.notes("CREATE POLICY everybody ON note USING (true);" + grants);
        assertThat(reads(open, "note").as("acme").only().rows()).isEqualTo(4);
        assertThat(reads(Sandbox.notes(SOUND + grants), "note").outcomes()).containsExactly(Outcome.ISOLATED);
    }
}
