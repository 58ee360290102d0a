package dev.partywall.advisor.rules;

import dev.partywall.advisor.Rule;
import org.junit.jupiter.api.Test;

class PolicyOnWrongColumnTest {
    private final Rule rule = new PolicyOnWrongColumn();

    @Test
    void isToldAndClosedByItsOwnSql() {
        PolicyWorld.toldAndClosed(
                rule, "CREATE POLICY p ON {t} USING (creator = NULLIF(current_setting('app.tenant', true), ''));");
        PolicyWorld.toldAndClosed(rule, "CREATE POLICY p ON {t} USING (creator = app.tenant());");
    }

    @Test
    void soundDesignsStaySilent() {
        PolicyWorld.silent(rule, "CREATE POLICY p ON {t} USING (" + PolicyWorld.OWN + " AND creator = app.tenant());");
    }

    @Test
    void whatOtherRulesTellOrNobodyCanReachIsLeftAlone() {
        PolicyWorld.notItsBusiness(
                rule, "CREATE POLICY p ON {t} USING (creator = current_setting('app.user_id', true));");
    }
}
