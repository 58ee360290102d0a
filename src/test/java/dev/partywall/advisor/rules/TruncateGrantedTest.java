package dev.partywall.advisor.rules;

import dev.partywall.advisor.Severity;
import org.junit.jupiter.api.Test;

class TruncateGrantedTest extends RuleProof {
    TruncateGrantedTest() {
        super(new TruncateGranted());
    }

    @Test
    void theGrantIsFoundAndTakenBack() {
        proves("""
            GRANT TRUNCATE ON shop.customer, "Back Office"."Ticket ""№"" 🎫" TO ${p}app
            """, Severity.HIGH, "table shop.customer", "table Back Office.Ticket \"№\" 🎫");
    }

    @Test
    void soIsOneThroughAGroup() {
        proves("""
            GRANT TRUNCATE ON shop."order" TO ${p}report; GRANT ${p}report TO ${p}app
            """, Severity.HIGH, "table shop.order");
    }

    @Test
    void anotherRoleMayHoldIt() {
        staysQuiet("""
            GRANT TRUNCATE ON shop.customer TO ${p}report; GRANT TRUNCATE ON shop.country TO ${p}app
            """);
    }
}
