package dev.partywall.advisor.rules;

import dev.partywall.advisor.Rule;
import org.junit.jupiter.api.Test;

class OpenWithEmptyTenantTest {
    private final Rule rule = new OpenWithEmptyTenant();

    @Test
    void isToldAndClosedByItsOwnSql() {
        PolicyWorld.toldAndClosed(
                rule,
                "CREATE POLICY p ON {t} USING (current_setting('app.tenant', true) = '' OR " + PolicyWorld.OWN + ");");
    }

    @Test
    void soundDesignsStaySilent() {
        PolicyWorld.silent(rule, PolicyWorld.SOUND);
        PolicyWorld.silent(
                rule,
                "CREATE POLICY p ON {t} USING (current_setting('app.tenant', true) <> '' AND " + PolicyWorld.OWN
                        + ");");
    }

    @Test
    void whatOtherRulesTellOrNobodyCanReachIsLeftAlone() {
        PolicyWorld.notItsBusiness(
                rule, "CREATE POLICY p ON {t} USING (app.tenant() IS NULL OR " + PolicyWorld.OWN + ");");
    }
}
