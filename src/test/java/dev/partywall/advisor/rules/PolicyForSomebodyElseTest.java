package dev.partywall.advisor.rules;

import dev.partywall.advisor.Rule;
import org.junit.jupiter.api.Test;

class PolicyForSomebodyElseTest {
    private final Rule rule = new PolicyForSomebodyElse();

    @Test
    void isToldAndClosedByItsOwnSql() {
        PolicyWorld.toldAndClosed(
                rule,
                PolicyWorld.SOUND
                        + " GRANT SELECT ON {t} TO policyworld_report; CREATE POLICY report_reads_all ON {t} FOR SELECT USING (true);");
        PolicyWorld.toldAndClosed(
                rule, PolicyWorld.SOUND + " CREATE POLICY \"Support reads all\" ON {t} FOR SELECT USING (true);");
    }

    @Test
    void soundDesignsStaySilent() {
        PolicyWorld.silent(
                rule,
                PolicyWorld.SOUND
                        + " CREATE POLICY report_reads_all ON {t} FOR SELECT TO policyworld_report USING (true);");
    }

    @Test
    void whatOtherRulesTellOrNobodyCanReachIsLeftAlone() {
        PolicyWorld.notItsBusiness(
                rule, PolicyWorld.SOUND + " CREATE POLICY everything ON {t} FOR SELECT USING (true);");
    }
}
