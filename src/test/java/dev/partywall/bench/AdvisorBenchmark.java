package dev.partywall.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.access.Inspection;
import dev.partywall.access.Inspector;
import dev.partywall.advisor.Advice;
import dev.partywall.advisor.Advisor;
import dev.partywall.connect.Link;
import dev.partywall.profile.TenancyDeclaration;
import dev.partywall.testing.TestDatabase;
import dev.partywall.testing.TestServer;
import org.junit.jupiter.api.Test;

/** How long the rules take over 1,000 tables with 4,000 policies. */
class AdvisorBenchmark {
    private static final String SCHEMA = """
        DO $$ BEGIN CREATE ROLE bench_advice_app LOGIN; CREATE ROLE bench_advice_bypass LOGIN BYPASSRLS;
        EXCEPTION WHEN duplicate_object THEN NULL; END $$;
        DO $$ BEGIN
          FOR i IN 1..1000 LOOP
            EXECUTE format('CREATE TABLE t%s (id uuid PRIMARY KEY, tenant_id uuid NOT NULL, a text, b int, c jsonb)', i);
            EXECUTE format('CREATE INDEX ON t%s (tenant_id)', i);
            EXECUTE format('ALTER TABLE t%s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', i);
            EXECUTE format('CREATE POLICY s ON t%s FOR SELECT USING (tenant_id = NULLIF(current_setting(''app.t'', true), '''')::uuid)', i);
            EXECUTE format('CREATE POLICY i ON t%s FOR INSERT WITH CHECK (tenant_id = NULLIF(current_setting(''app.t'', true), '''')::uuid)', i);
            EXECUTE format('CREATE POLICY u ON t%s FOR UPDATE USING (tenant_id = NULLIF(current_setting(''app.t'', true), '''')::uuid)', i);
            EXECUTE format('CREATE POLICY d ON t%s FOR DELETE USING (tenant_id = NULLIF(current_setting(''app.t'', true), '''')::uuid)', i);
            EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON t%s TO bench_advice_app', i);
          END LOOP;
        END $$;
        """;

    @Test
    void aThousandTables() {
        TestDatabase database = TestServer.database(SCHEMA);
        try (Link link =
                Link.open(database.profile("bench_advice_app", "bench_advice_bypass", TenancyDeclaration.none()))) {
            Inspection inspection = Inspector.inspect(link);
            for (int round = 0; round < 5; round++) {
                long began = System.nanoTime();
                Advice advice = new Advisor().advise(inspection);
                long took = (System.nanoTime() - began) / 1_000_000;
                System.out.println("advice over 1,000 tables and 4,000 policies: " + took + " ms, "
                        + advice.findings().size() + " findings");
                assertThat(advice.complete()).isTrue();
            }
        }
    }
}
