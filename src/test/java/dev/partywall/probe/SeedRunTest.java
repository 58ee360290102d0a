package dev.partywall.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.access.Inspector;
import dev.partywall.connect.Cancellation;
import dev.partywall.connect.Link;
import org.junit.jupiter.api.Test;

/** Rows of made-up tenants prove what an empty table does not, and are gone afterwards. */
class SeedRunTest {
    private static final String EMPTY = """
        TRUNCATE note;
        CREATE TABLE "Memo" (id bigserial PRIMARY KEY, tenant_id text NOT NULL, note_id bigint NOT NULL REFERENCES note,
          code varchar(8) NOT NULL, at timestamptz NOT NULL DEFAULT now(), tags text[] NOT NULL);
        ALTER TABLE "Memo" ENABLE ROW LEVEL SECURITY;
        GRANT SELECT, INSERT, UPDATE, DELETE ON "Memo" TO pb_app;
        """;

    private static ProbeRun seeded(String policy, boolean granted) {
        Sandbox sandbox = Sandbox.notes(Sandbox.policies(java.util.Map.of()) + EMPTY + policy);
        sandbox.database().execute(granted ? "GRANT pb_app TO pb_bypass" : "REVOKE pb_app FROM pb_bypass");
        try (Link link = sandbox.open();
                Traces traces = Traces.of(sandbox.database())) {
            ProbeRun run = Probes.run(
                    link, Inspector.inspect(link), ProbePlan.usual().withSeed(), new Cancellation(), Progress.silent());
            traces.assertUntouched();
            return run;
        }
    }

    @Test
    void provesThatAnEmptyTableIsIsolated() {
        ProbeRun run = seeded("CREATE POLICY own ON \"Memo\" USING (" + Sandbox.MINE + ");", true);
        Verdictbook memo = new Verdictbook(run.verdicts()).on("Memo").as("partywall-seed-a");
        assertThat(run.problems()).isEmpty();
        // The key to the notes does not carry the tenant, which is a hole of its own.
        assertThat(memo.leaking()).containsExactly("reference-foreign");
        assertThat(memo.outcomes()).containsOnly(Outcome.ISOLATED, Outcome.LEAKED);
        assertThat(memo.verdicts())
                .extracting(Verdict::probe)
                .contains("foreign-read", "insert-foreign", "delete-everything", "steal-foreign");
    }

    @Test
    void findsTheLeakOfAnEmptyTable() {
        ProbeRun run = seeded("CREATE POLICY own ON \"Memo\" USING (true);", true);
        assertThat(new Verdictbook(run.verdicts())
                        .on("Memo")
                        .as("partywall-seed-a")
                        .leaking())
                .contains("foreign-read", "insert-foreign", "delete-everything", "steal-foreign", "push-own");
    }

    @Test
    void saysWhatIsMissing() {
        ProbeRun run = seeded("CREATE POLICY own ON \"Memo\" USING (" + Sandbox.MINE + ");", false);
        assertThat(run.problems()).singleElement().asString().contains("GRANT the app role to the bypass role");
    }
}
