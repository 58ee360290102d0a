package dev.partywall.advisor.rules;

import dev.partywall.advisor.Severity;
import org.junit.jupiter.api.Test;

class ReferencesGrantedTest extends RuleProof {
    ReferencesGrantedTest() {
        super(new ReferencesGranted());
    }

    @Test
    void theGrantIsFoundAndTakenBack() {
        proves("""
            GRANT REFERENCES ON shop.customer, "Back Office"."Ticket ""№"" 🎫" TO ${p}app
            """, Severity.LOW, "table shop.customer", "table Back Office.Ticket \"№\" 🎫");
    }

    @Test
    void soIsOneThroughAGroup() {
        proves("""
            GRANT REFERENCES ON shop."order" TO ${p}report; GRANT ${p}report TO ${p}app
            """, Severity.LOW, "table shop.order");
    }

    @Test
    void anotherRoleMayHoldIt() {
        staysQuiet("""
            GRANT REFERENCES ON shop.customer TO ${p}report; GRANT REFERENCES ON shop.country TO ${p}app
            """);
    }
}
