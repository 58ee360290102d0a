package dev.partywall.advisor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import dev.partywall.profile.TenancyDeclaration.NullTenantMeans;
import org.junit.jupiter.api.Test;

class NobodysRowsVisibleTest {
    private final Rule rule = new NobodysRowsVisible();

    @Test
    void isToldAndClosedByItsOwnSql() {
        PolicyWorld.toldAndClosed(
                rule,
                "ALTER TABLE {t} ALTER \"tenant Id\" DROP NOT NULL; CREATE POLICY p ON {t} USING (" + PolicyWorld.OWN
                        + " OR \"tenant Id\" IS NULL);");
    }

    @Test
    void soundDesignsStaySilent() {
        PolicyWorld.silent(rule, "CREATE POLICY p ON {t} USING (" + PolicyWorld.OWN + " OR \"tenant Id\" IS NULL);");
        PolicyWorld.silent(rule, "ALTER TABLE {t} ALTER \"tenant Id\" DROP NOT NULL; " + PolicyWorld.SOUND);
    }

    @Test
    void whatOtherRulesTellOrNobodyCanReachIsLeftAlone() {
        PolicyWorld.notItsBusiness(
                rule, "ALTER TABLE {t} ALTER \"tenant Id\" DROP NOT NULL; CREATE POLICY p ON {t} USING (true);");
    }

    @Test
    void declaredSharedRowsMayBeReadButNotWritten() {
        String nullable = "ALTER TABLE {t} ALTER \"tenant Id\" DROP NOT NULL; ";
        String read = nullable + "CREATE POLICY p ON {t} FOR SELECT USING (" + PolicyWorld.OWN
                + " OR \"tenant Id\" IS NULL); CREATE POLICY w ON {t} FOR UPDATE USING (" + PolicyWorld.OWN + ");";
        assertThat(PolicyWorld.with(read, null, NullTenantMeans.SHARED).findings(rule))
                .isEmpty();
        String write = nullable + "CREATE POLICY p ON {t} USING (" + PolicyWorld.OWN + " OR \"tenant Id\" IS NULL);";
        assertThat(PolicyWorld.with(write, null, NullTenantMeans.SHARED).findings(rule))
                .extracting(Finding::severity)
                .containsOnly(Severity.LOW);
    }
}
