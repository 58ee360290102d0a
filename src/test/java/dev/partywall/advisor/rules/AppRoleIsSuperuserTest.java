package dev.partywall.advisor.rules;

import dev.partywall.advisor.Severity;
import org.junit.jupiter.api.Test;

class AppRoleIsSuperuserTest extends RuleProof {
    AppRoleIsSuperuserTest() {
        super(new AppRoleIsSuperuser());
    }

    @Test
    void aSuperuserIsFoundAndMadeOrdinary() {
        proves("""
            ALTER ROLE ${p}app SUPERUSER
            """, Severity.CRITICAL, "role app");
    }

    @Test
    void anotherRoleMayBeOne() {
        staysQuiet("""
            ALTER ROLE ${p}report SUPERUSER
            """);
    }
}
