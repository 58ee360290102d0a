package dev.partywall.advisor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import dev.partywall.profile.TenancyDeclaration.UnsetMeans;
import org.junit.jupiter.api.Test;

class UndeclaredEscapeHatchTest {
    private final Rule rule = new UndeclaredEscapeHatch();

    @Test
    void isToldAndClosedByItsOwnSql() {
        PolicyWorld.toldAndClosed(
                rule,
                "CREATE POLICY p ON {t} USING (" + PolicyWorld.OWN
                        + " OR current_setting('app.bypass_rls', true) = 'on');");
        PolicyWorld.toldAndClosed(
                rule,
                "CREATE POLICY p ON {t} USING (" + PolicyWorld.OWN
                        + " OR current_setting('app.tenant', true) = 'admin');");
        PolicyWorld.toldAndClosed(
                rule, "CREATE POLICY p ON {t} USING (" + PolicyWorld.OWN + " OR \"tenant Id\" = 'system');");
    }

    @Test
    void isNotHiddenByAnotherSettingBesideIt() {
        PolicyWorld.toldAndClosed(
                rule,
                "CREATE POLICY p ON {t} USING (current_setting('app.worker', true) = 'true' OR " + PolicyWorld.OWN
                        + " OR \"tenant Id\" = current_setting('app.other', true));");
    }

    @Test
    void soundDesignsStaySilent() {
        PolicyWorld.silent(
                rule,
                "CREATE POLICY p ON {t} USING (" + PolicyWorld.OWN
                        + " AND current_setting('app.role', true) = 'clerk');");
        PolicyWorld.silent(
                rule, "CREATE POLICY p ON {t} USING (" + PolicyWorld.OWN + " OR current_user = 'policyworld_report');");
    }

    @Test
    void aDeclaredSystemTenantOrAdminModeIsNoSecret() {
        String system = "CREATE POLICY p ON {t} USING (" + PolicyWorld.OWN + " OR \"tenant Id\" = 'system');";
        assertThat(PolicyWorld.with(system, null, null, "system").findings(rule))
                .isEmpty();
        String hatch = "CREATE POLICY p ON {t} USING (" + PolicyWorld.OWN + " OR app.tenant() IS NULL"
                + " OR current_setting('app.bypass', true) = 'on');";
        assertThat(PolicyWorld.with(hatch, UnsetMeans.EVERYTHING, null).findings(rule))
                .extracting(Finding::severity)
                .containsOnly(Severity.INFO);
    }
}
