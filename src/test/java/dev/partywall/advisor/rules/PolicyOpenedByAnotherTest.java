package dev.partywall.advisor.rules;

import dev.partywall.advisor.Rule;
import org.junit.jupiter.api.Test;

class PolicyOpenedByAnotherTest {
    private final Rule rule = new PolicyOpenedByAnother();

    @Test
    void isToldAndClosedByItsOwnSql() {
        PolicyWorld.toldAndClosed(
                rule,
                PolicyWorld.SOUND + " CREATE POLICY p ON {t} FOR SELECT USING (status = 'public' OR creator IS NULL);");
        PolicyWorld.toldAndClosed(rule, "CREATE POLICY p ON {t} USING (" + PolicyWorld.OWN + " OR status = 'public');");
    }

    @Test
    void soundDesignsStaySilent() {
        PolicyWorld.silent(
                rule,
                PolicyWorld.SOUND + " CREATE POLICY p ON {t} AS RESTRICTIVE FOR SELECT USING (status <> 'gone');");
        PolicyWorld.silent(
                rule,
                "CREATE POLICY p ON {t} USING (" + PolicyWorld.OWN + " AND (status = 'public' OR creator IS NULL));");
        PolicyWorld.silent(
                rule, PolicyWorld.SOUND + " CREATE POLICY p ON {t} TO policyworld_report USING (status = 'public');");
    }

    @Test
    void whatOtherRulesTellOrNobodyCanReachIsLeftAlone() {
        PolicyWorld.notItsBusiness(rule, "CREATE POLICY p ON {t} USING (true);");
    }
}
