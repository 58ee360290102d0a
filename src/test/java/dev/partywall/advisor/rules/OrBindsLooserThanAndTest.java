package dev.partywall.advisor.rules;

import dev.partywall.advisor.Rule;
import org.junit.jupiter.api.Test;

class OrBindsLooserThanAndTest {
    private final Rule rule = new OrBindsLooserThanAnd();

    @Test
    void isToldAndClosedByItsOwnSql() {
        PolicyWorld.toldAndClosed(
                rule,
                "CREATE POLICY p ON {t} USING (" + PolicyWorld.OWN
                        + " AND creator IS NOT NULL OR status = 'public') WITH CHECK (" + PolicyWorld.OWN + ");");
    }

    @Test
    void soundDesignsStaySilent() {
        PolicyWorld.silent(
                rule,
                "CREATE POLICY p ON {t} USING (" + PolicyWorld.OWN
                        + " AND (creator IS NOT NULL OR status = 'public'));");
        PolicyWorld.silent(
                rule,
                "CREATE POLICY p ON {t} USING (" + PolicyWorld.OWN + " AND creator IS NULL OR " + PolicyWorld.OWN
                        + " AND status = 'public');");
    }

    @Test
    void whatOtherRulesTellOrNobodyCanReachIsLeftAlone() {
        PolicyWorld.notItsBusiness(
                rule, "CREATE POLICY p ON {t} USING (" + PolicyWorld.OWN + " OR status = 'public');");
    }
}
