package dev.partywall.advisor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import org.junit.jupiter.api.Test;

class SubSelectPerRowTest {
    private final Rule rule = new SubSelectPerRow();

    @Test
    void soundDesignsStaySilent() {
        PolicyWorld.silent(rule, "CREATE POLICY p ON {t} USING (\"tenant Id\" = (SELECT app.tenant()));");
        PolicyWorld.silent(
                rule,
                "CREATE POLICY p ON {t} USING (" + PolicyWorld.OWN + " AND id IN (SELECT s.id FROM app.sound s));");
    }

    @Test
    void aLookUpInTheParentIsNotedAtLow() {
        PolicyWorld world = PolicyWorld.with(
                "CREATE POLICY p ON {t} USING (EXISTS (SELECT 1 FROM app.sound s WHERE s.id = {t}.id));");
        assertThat(world.findings(rule))
                .hasSize(2)
                .extracting(Finding::severity)
                .containsOnly(Severity.LOW);
        assertThat(world.findings(Severity.MEDIUM)).isEmpty();
    }
}
