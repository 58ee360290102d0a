package dev.partywall.advisor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class VolatileFunctionInPolicyTest {
    private static final String FUNCTION =
            "CREATE OR REPLACE FUNCTION \"Odd schema\".\"who Is\"() RETURNS text LANGUAGE sql AS"
                    + " $$ SELECT NULLIF(current_setting('app.tenant', true), '') $$;"
                    + " GRANT EXECUTE ON FUNCTION \"Odd schema\".\"who Is\"() TO policyworld_app;";
    private final Rule rule = new VolatileFunctionInPolicy();

    @Test
    void isToldOfTheFunctionAndClosedByItsOwnSql() {
        PolicyWorld world = PolicyWorld.with(
                FUNCTION + "CREATE POLICY p ON {t} USING (\"tenant Id\" = \"Odd schema\".\"who Is\"());");
        List<Finding> findings = world.findings(rule);
        assertThat(findings).hasSize(1);
        assertThat(findings.getFirst().object().name()).isEqualTo("who Is()");
        assertThat(world.findings(Severity.MEDIUM)).isEmpty();
        world.execute(findings.getFirst().fix());
        assertThat(world.findings(rule)).isEmpty();
        assertThat(world.seenByA()).containsExactly("1");
    }

    @Test
    void oncePerQueryIsNotPerRow() {
        PolicyWorld.silent(
                rule,
                FUNCTION + "CREATE POLICY p ON {t} USING (\"tenant Id\" = (SELECT \"Odd schema\".\"who Is\"()));");
        PolicyWorld.silent(rule, "CREATE POLICY p ON {t} USING (\"tenant Id\" = app.tenant());");
    }
}
