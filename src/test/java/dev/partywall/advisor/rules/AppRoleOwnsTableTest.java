package dev.partywall.advisor.rules;

import dev.partywall.advisor.Severity;
import org.junit.jupiter.api.Test;

class AppRoleOwnsTableTest extends RuleProof {
    AppRoleOwnsTableTest() {
        super(new AppRoleOwnsTable());
    }

    @Test
    void theTableIsGivenToAnotherRole() {
        proves("""
            ALTER TABLE "Back Office"."Ticket ""№"" 🎫" OWNER TO ${p}app
            """, Severity.HIGH, "table Back Office.Ticket \"№\" 🎫");
    }

    @Test
    void ownershipOfASharedTableIsNotThis() {
        staysQuiet("""
            ALTER TABLE shop.country OWNER TO ${p}app
            """);
    }
}
