package dev.partywall.advisor.rules;

import dev.partywall.advisor.Rule;
import org.junit.jupiter.api.Test;

class OnlyRestrictivePoliciesTest {
    private final Rule rule = new OnlyRestrictivePolicies();

    @Test
    void isToldAndClosedByItsOwnSql() {
        PolicyWorld.toldAndClosed(rule, "CREATE POLICY p ON {t} AS RESTRICTIVE USING (" + PolicyWorld.OWN + ");");
    }

    @Test
    void soundDesignsStaySilent() {
        PolicyWorld.silent(
                rule,
                "CREATE POLICY p ON {t} AS RESTRICTIVE USING (" + PolicyWorld.OWN
                        + "); CREATE POLICY q ON {t} USING (true);");
    }

    @Test
    void whatOtherRulesTellOrNobodyCanReachIsLeftAlone() {
        PolicyWorld.notItsBusiness(
                rule, "CREATE POLICY p ON {t} AS RESTRICTIVE TO policyworld_report USING (" + PolicyWorld.OWN + ");");
    }
}
