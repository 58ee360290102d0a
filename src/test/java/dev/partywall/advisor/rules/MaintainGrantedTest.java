package dev.partywall.advisor.rules;

import dev.partywall.advisor.Severity;
import org.junit.jupiter.api.Test;

class MaintainGrantedTest extends RuleProof {
    MaintainGrantedTest() {
        super(new MaintainGranted());
    }

    @Test
    void theGrantIsFoundAndTakenBack() {
        proves("""
            GRANT MAINTAIN ON shop.customer, "Back Office"."Ticket ""№"" 🎫" TO ${p}app
            """, Severity.INFO, "table shop.customer", "table Back Office.Ticket \"№\" 🎫");
    }

    @Test
    void soIsOneThroughAGroup() {
        proves("""
            GRANT MAINTAIN ON shop."order" TO ${p}report; GRANT ${p}report TO ${p}app
            """, Severity.INFO, "table shop.order");
    }

    @Test
    void anotherRoleMayHoldIt() {
        staysQuiet("""
            GRANT MAINTAIN ON shop.customer TO ${p}report; GRANT MAINTAIN ON shop.country TO ${p}app
            """);
    }
}
