package dev.partywall.advisor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import dev.partywall.profile.TenancyDeclaration.UnsetMeans;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenWithoutTenantTest {
    private final Rule rule = new OpenWithoutTenant();

    @Test
    void isToldAndClosedByItsOwnSql() {
        PolicyWorld.toldAndClosed(
                rule,
                "CREATE POLICY p ON {t} USING (current_setting('app.tenant', true) IS NULL OR " + PolicyWorld.OWN
                        + ");");
        PolicyWorld.toldAndClosed(
                rule, "CREATE POLICY p ON {t} USING (\"tenant Id\" = COALESCE(app.tenant(), \"tenant Id\"));");
    }

    @Test
    void soundDesignsStaySilent() {
        PolicyWorld.silent(rule, PolicyWorld.SOUND);
        PolicyWorld.silent(
                rule, "CREATE POLICY p ON {t} USING (app.tenant() IS NOT NULL AND " + PolicyWorld.OWN + ");");
    }

    @Test
    void whatOtherRulesTellOrNobodyCanReachIsLeftAlone() {
        PolicyWorld.notItsBusiness(
                rule,
                "CREATE POLICY p ON {t} USING (current_setting('app.tenant', true) = '' OR " + PolicyWorld.OWN + ");");
    }

    @Test
    void aDeclaredAdminModeIsNoSecret() {
        String open = "CREATE POLICY p ON {t} USING (app.tenant() IS NULL OR " + PolicyWorld.OWN + ");";
        PolicyWorld world = PolicyWorld.with(open, UnsetMeans.EVERYTHING, null);
        assertThat(world.findings(rule)).isEmpty();
        assertThat(world.findings(Severity.MEDIUM)).isEmpty();
    }

    @Test
    void fourPoliciesOfATableAreOneFinding() {
        String open = "(app.tenant() IS NULL OR " + PolicyWorld.OWN + ")";
        PolicyWorld world = PolicyWorld.with("CREATE POLICY s ON {t} FOR SELECT USING " + open
                + "; CREATE POLICY i ON {t} FOR INSERT WITH CHECK " + open
                + "; CREATE POLICY u ON {t} FOR UPDATE USING " + open
                + "; CREATE POLICY d ON {t} FOR DELETE USING " + open + ";");
        List<Finding> findings = world.findings(rule);
        assertThat(findings).hasSize(2);
        findings.forEach(finding -> world.execute(finding.fix()));
        assertThat(world.findings(rule)).isEmpty();
        assertThat(world.seenByA()).containsExactly("1");
    }
}
