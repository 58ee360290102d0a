package dev.partywall.advisor.rules;

import dev.partywall.advisor.Rule;
import org.junit.jupiter.api.Test;

class PolicyReadsOtherSettingTest {
    private final Rule rule = new PolicyReadsOtherSetting();

    @Test
    void isToldAndClosedByItsOwnSql() {
        PolicyWorld.toldAndClosed(
                rule,
                "CREATE POLICY p ON {t} USING (\"tenant Id\" = NULLIF(current_setting('app.tennant', true), ''));");
    }

    @Test
    void soundDesignsStaySilent() {
        PolicyWorld.silent(
                rule,
                "CREATE POLICY p ON {t} USING (\"tenant Id\" = NULLIF(current_setting('App.Tenant', true), ''));");
        PolicyWorld.silent(
                rule,
                "CREATE POLICY p ON {t} USING (" + PolicyWorld.OWN
                        + " AND creator = current_setting('app.user_id', true));");
    }
}
