package dev.partywall.advisor.rules;

import dev.partywall.advisor.Severity;
import org.junit.jupiter.api.Test;

class AppRoleCanBecomeMoreTest extends RuleProof {
    AppRoleCanBecomeMoreTest() {
        super(new AppRoleCanBecomeMore());
    }

    @Test
    void aBypassRoleIsOneStatementAway() {
        proves("""
            GRANT ${p}bypass TO ${p}app
            """, Severity.HIGH, "role app");
    }

    @Test
    void throughAnotherRoleToo() {
        proves("""
            GRANT ${p}bypass TO ${p}report; GRANT ${p}report TO ${p}app
            """, Severity.HIGH, "role app");
    }

    @Test
    void theOwnersExemptionIsInherited() {
        proves("""
            ALTER TABLE shop.customer NO FORCE ROW LEVEL SECURITY; GRANT ${p}owner TO ${p}app
            """, Severity.CRITICAL, "role app");
    }

    @Test
    void anOwnerOfForcedTablesMaySwitchThemOff() {
        proves("""
            GRANT ${p}owner TO ${p}app
            """, Severity.HIGH, "role app");
    }

    @Test
    void adminOptionAloneIsEnough() {
        proves("""
            GRANT ${p}bypass TO ${p}app WITH ADMIN TRUE, INHERIT FALSE, SET FALSE
            """, Severity.HIGH, "role app");
    }

    @Test
    void theServersFilesHoldEverything() {
        proves("""
            GRANT pg_read_server_files TO ${p}app
            """, Severity.CRITICAL, "role app");
    }

    @Test
    void anotherRolesPoliciesMayLetEverythingIn() {
        proves("""
            GRANT SELECT ON shop.customer TO ${p}report; CREATE POLICY r ON shop.customer TO ${p}report USING (true); GRANT ${p}report TO ${p}app WITH INHERIT FALSE
            """, Severity.HIGH, "role app");
    }

    @Test
    void aMembershipThatGivesNothingIsSound() {
        staysQuiet("""
            GRANT ${p}bypass TO ${p}app WITH INHERIT FALSE, SET FALSE
            """);
    }

    @Test
    void aGroupThatOnlyCarriesGrantsIsSound() {
        staysQuiet("""
            GRANT SELECT ON shop.customer TO ${p}report; GRANT ${p}report TO ${p}app
            """);
    }
}
