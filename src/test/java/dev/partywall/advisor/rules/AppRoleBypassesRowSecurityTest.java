package dev.partywall.advisor.rules;

import dev.partywall.advisor.Severity;
import org.junit.jupiter.api.Test;

class AppRoleBypassesRowSecurityTest extends RuleProof {
    AppRoleBypassesRowSecurityTest() {
        super(new AppRoleBypassesRowSecurity());
    }

    @Test
    void theAttributeIsFoundAndTakenAway() {
        proves("""
            ALTER ROLE ${p}app BYPASSRLS
            """, Severity.CRITICAL, "role app");
    }

    @Test
    void itIsNotInherited() {
        staysQuiet("""
            GRANT ${p}bypass TO ${p}app
            """);
    }
}
