package dev.partywall.advisor.rules;

import dev.partywall.advisor.Severity;
import org.junit.jupiter.api.Test;

class RowSecuritySwitchedOffTest extends RuleProof {
    RowSecuritySwitchedOffTest() {
        super(new RowSecuritySwitchedOff());
    }

    @Test
    void theSettingIsFoundAndReset() {
        proves("""
            ALTER ROLE ${p}app SET row_security = off
            """, Severity.MEDIUM, "role app");
    }

    @Test
    void onIsTheDefault() {
        staysQuiet("""
            ALTER ROLE ${p}app SET row_security = on; ALTER ROLE ${p}report SET row_security = off
            """);
    }
}
