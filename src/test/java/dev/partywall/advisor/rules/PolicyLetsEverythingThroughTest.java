package dev.partywall.advisor.rules;

import dev.partywall.advisor.Rule;
import org.junit.jupiter.api.Test;

class PolicyLetsEverythingThroughTest {
    private final Rule rule = new PolicyLetsEverythingThrough();

    @Test
    void isToldAndClosedByItsOwnSql() {
        PolicyWorld.toldAndClosed(rule, "CREATE POLICY p ON {t} USING (true);");
        PolicyWorld.toldAndClosed(rule, "CREATE POLICY p ON {t} USING (1 = 1) WITH CHECK (true);");
        PolicyWorld.toldAndClosed(rule, "CREATE POLICY p ON {t} USING (EXISTS (SELECT 1 FROM app.sound));");
    }

    @Test
    void soundDesignsStaySilent() {
        PolicyWorld.silent(
                rule,
                "CREATE POLICY p ON {t} AS RESTRICTIVE USING (" + PolicyWorld.OWN
                        + "); CREATE POLICY q ON {t} USING (true);");
        PolicyWorld.silent(rule, "CREATE POLICY p ON {t} TO policyworld_report USING (true);" + PolicyWorld.SOUND);
    }

    @Test
    void whatOtherRulesTellOrNobodyCanReachIsLeftAlone() {
        PolicyWorld.notItsBusiness(
                rule, "CREATE POLICY p ON {t} USING (true); REVOKE ALL ON {t} FROM policyworld_app;");
    }
}
