package dev.partywall.advisor.rules;

import dev.partywall.advisor.Rule;
import org.junit.jupiter.api.Test;

class ComparisonWeakerThanEqualityTest {
    private final Rule rule = new ComparisonWeakerThanEquality();

    @Test
    void isToldAndClosedByItsOwnSql() {
        PolicyWorld.toldAndClosed(
                rule,
                "CREATE POLICY p ON {t} USING (left(\"tenant Id\", 8) = left(current_setting('app.tenant', true), 8));");
        PolicyWorld.toldAndClosed(rule, "CREATE POLICY p ON {t} USING (lower(\"tenant Id\") = lower(app.tenant()));");
        PolicyWorld.toldAndClosed(
                rule, "CREATE POLICY p ON {t} USING (\"tenant Id\" LIKE current_setting('app.tenant', true));");
        PolicyWorld.toldAndClosed(
                rule,
                "CREATE POLICY p ON {t} USING (\"tenant Id\" = ANY (string_to_array(current_setting('app.tenant', true), ',')));");
        PolicyWorld.toldAndClosed(
                rule,
                "CREATE POLICY p ON {t} USING (\"tenant Id\"::char(40) = current_setting('app.tenant', true)::char(40));");
    }

    @Test
    void soundDesignsStaySilent() {
        PolicyWorld.silent(rule, PolicyWorld.SOUND);
        PolicyWorld.silent(
                rule, "CREATE POLICY p ON {t} USING (md5(\"tenant Id\") = md5(current_setting('app.tenant', true)));");
        PolicyWorld.silent(
                rule, "CREATE POLICY p ON {t} USING (" + PolicyWorld.OWN + " AND lower(creator) LIKE 'a%');");
    }
}
