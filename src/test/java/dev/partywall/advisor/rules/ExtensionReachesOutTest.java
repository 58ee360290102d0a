package dev.partywall.advisor.rules;

import dev.partywall.advisor.Severity;
import org.junit.jupiter.api.Test;

class ExtensionReachesOutTest extends RuleProof {
    ExtensionReachesOutTest() {
        super(new ExtensionReachesOut());
    }

    @Test
    void dblinkIsNamed() {
        finds("""
            CREATE EXTENSION dblink
            """, Severity.INFO, "database " + databaseName());
    }

    @Test
    void othersAreNot() {
        staysQuiet("""
            CREATE EXTENSION pgcrypto
            """);
    }
}
