package dev.partywall.advisor.rules;

import dev.partywall.advisor.Rule;
import org.junit.jupiter.api.Test;

class SettingReadWithoutMissingOkTest {
    private final Rule rule = new SettingReadWithoutMissingOk();

    @Test
    void isToldAndClosedByItsOwnSql() {
        PolicyWorld.toldAndClosed(
                rule, "CREATE POLICY p ON {t} USING (\"tenant Id\" = current_setting('app.tenant'));");
    }

    @Test
    void soundDesignsStaySilent() {
        PolicyWorld.silent(rule, PolicyWorld.SOUND);
        PolicyWorld.silent(
                rule,
                "CREATE POLICY p ON {t} USING (" + PolicyWorld.OWN + " AND creator = current_setting('app.user_id'));");
    }
}
