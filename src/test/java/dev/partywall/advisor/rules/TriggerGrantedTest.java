package dev.partywall.advisor.rules;

import dev.partywall.advisor.Severity;
import org.junit.jupiter.api.Test;

class TriggerGrantedTest extends RuleProof {
    TriggerGrantedTest() {
        super(new TriggerGranted());
    }

    @Test
    void theGrantIsFoundAndTakenBack() {
        proves("""
            GRANT TRIGGER ON shop.customer, "Back Office"."Ticket ""№"" 🎫" TO ${p}app
            """, Severity.HIGH, "table shop.customer", "table Back Office.Ticket \"№\" 🎫");
    }

    @Test
    void soIsOneThroughAGroup() {
        proves("""
            GRANT TRIGGER ON shop."order" TO ${p}report; GRANT ${p}report TO ${p}app
            """, Severity.HIGH, "table shop.order");
    }

    @Test
    void anotherRoleMayHoldIt() {
        staysQuiet("""
            GRANT TRIGGER ON shop.customer TO ${p}report; GRANT TRIGGER ON shop.country TO ${p}app
            """);
    }
}
