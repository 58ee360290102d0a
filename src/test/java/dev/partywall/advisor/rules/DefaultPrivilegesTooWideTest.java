package dev.partywall.advisor.rules;

import dev.partywall.advisor.Severity;
import org.junit.jupiter.api.Test;

class DefaultPrivilegesTooWideTest extends RuleProof {
    DefaultPrivilegesTooWideTest() {
        super(new DefaultPrivilegesTooWide());
    }

    @Test
    void publicGetsEachNewTable() {
        proves("""
            ALTER DEFAULT PRIVILEGES FOR ROLE ${p}owner IN SCHEMA "Back Office" GRANT SELECT ON TABLES TO PUBLIC
            """, Severity.MEDIUM, "schema Back Office");
    }

    @Test
    void rightsBeyondRowSecurityGoWithThem() {
        proves("""
            ALTER DEFAULT PRIVILEGES FOR ROLE ${p}owner IN SCHEMA shop GRANT ALL ON TABLES TO ${p}app
            """, Severity.LOW, "schema shop");
    }

    @Test
    void ordinaryDefaultsAreInformation() {
        staysQuiet("""
            ALTER DEFAULT PRIVILEGES FOR ROLE ${p}owner IN SCHEMA shop GRANT SELECT, INSERT ON TABLES TO ${p}app
            """);
    }

    @Test
    void otherRolesMayHaveThem() {
        staysQuiet("""
            ALTER DEFAULT PRIVILEGES FOR ROLE ${p}owner GRANT ALL ON TABLES TO ${p}bypass
            """);
    }
}
