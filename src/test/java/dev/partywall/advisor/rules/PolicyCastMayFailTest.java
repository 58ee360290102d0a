package dev.partywall.advisor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import dev.partywall.profile.TenancyDeclaration.UnsetMeans;
import org.junit.jupiter.api.Test;

class PolicyCastMayFailTest {
    private static final String UUID =
            "DELETE FROM {t}; ALTER TABLE {t} ALTER \"tenant Id\" TYPE uuid USING NULL::uuid;";
    private final Rule rule = new PolicyCastMayFail();

    @Test
    void isToldAndClosedByItsOwnSql() {
        PolicyWorld.toldAndClosed(
                rule,
                "CREATE POLICY p ON {t} USING (\"tenant Id\"::uuid = NULLIF(current_setting('app.tenant', true), '')::uuid);");
        PolicyWorld.toldAndClosed(
                rule,
                "CREATE POLICY p ON {t} USING (\"tenant Id\"::int = NULLIF(current_setting('app.tenant', true), '')::int);");
    }

    @Test
    void soundDesignsStaySilent() {
        PolicyWorld.silent(rule, PolicyWorld.SOUND);
        PolicyWorld.silent(
                rule,
                "CREATE POLICY p ON {t} USING (\"tenant Id\"::varchar = current_setting('app.tenant', true)::varchar);");
    }

    @Test
    void theEmptyStringIsTurnedAwayFromTheCast() {
        PolicyWorld world = PolicyWorld.with(
                UUID + "CREATE POLICY p ON {t} USING (\"tenant Id\" = current_setting('app.tenant', true)::uuid);");
        assertThat(world.findings(rule)).extracting(Finding::severity).containsOnly(Severity.LOW);
        world.findings(rule).forEach(finding -> world.execute(finding.fix()));
        assertThat(world.findings(rule)).isEmpty();
    }

    @Test
    void orDoesNotProtectTheCastOfADeclaredAdminMode() {
        String unprotected = UUID + "CREATE POLICY p ON {t} USING (current_setting('app.tenant', true) = ''"
                + " OR \"tenant Id\" = current_setting('app.tenant', true)::uuid);";
        assertThat(PolicyWorld.with(unprotected, UnsetMeans.EVERYTHING, null).findings(rule))
                .extracting(Finding::severity)
                .containsOnly(Severity.MEDIUM);
    }
}
