package dev.partywall.advisor.rules;

import dev.partywall.advisor.Rule;
import org.junit.jupiter.api.Test;

class CastOnTenantColumnTest {
    private final Rule rule = new CastOnTenantColumn();

    @Test
    void isToldAndClosedByItsOwnSql() {
        PolicyWorld.toldAndClosed(
                rule,
                "CREATE POLICY p ON {t} USING (md5(\"tenant Id\") = md5(NULLIF(current_setting('app.tenant', true), '')));");
    }

    @Test
    void soundDesignsStaySilent() {
        PolicyWorld.silent(
                rule,
                "CREATE POLICY p ON {t} USING (\"tenant Id\"::varchar = current_setting('app.tenant', true)::varchar);");
    }

    @Test
    void whatOtherRulesTellOrNobodyCanReachIsLeftAlone() {
        PolicyWorld.notItsBusiness(
                rule,
                "CREATE POLICY p ON {t} USING (left(\"tenant Id\", 8) = left(current_setting('app.tenant', true), 8));");
    }
}
