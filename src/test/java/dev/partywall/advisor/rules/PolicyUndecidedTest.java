package dev.partywall.advisor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import org.junit.jupiter.api.Test;

class PolicyUndecidedTest {
    private final Rule rule = new PolicyUndecided();

    @Test
    void saysSoAtInfoAndAccusesNobody() {
        PolicyWorld world = PolicyWorld.with(
                "CREATE OR REPLACE FUNCTION app.may_see(who text) RETURNS boolean LANGUAGE plpgsql STABLE AS"
                        + " $$ BEGIN FOR i IN 1..2 LOOP NULL; END LOOP; RETURN who = app.tenant(); END $$;"
                        + " CREATE POLICY p ON {t} USING (app.may_see(\"tenant Id\"));");
        assertThat(world.findings(rule))
                .hasSize(2)
                .extracting(Finding::severity)
                .containsOnly(Severity.INFO);
        assertThat(world.findings(Severity.LOW)).isEmpty();
    }

    @Test
    void aPersonsOwnRowsAreNotATenants() {
        PolicyWorld world =
                PolicyWorld.with("CREATE POLICY p ON {t} USING (creator = current_setting('app.user_id', true));");
        assertThat(world.findings(rule)).hasSize(2);
    }

    @Test
    void aFunctionThatCanBeOpenedIsDecided() {
        PolicyWorld.silent(
                rule,
                "CREATE OR REPLACE FUNCTION app.is_mine(who text) RETURNS boolean LANGUAGE sql STABLE AS"
                        + " $$ SELECT who = app.tenant() $$; CREATE POLICY p ON {t} USING (app.is_mine(\"tenant Id\"));");
    }
}
