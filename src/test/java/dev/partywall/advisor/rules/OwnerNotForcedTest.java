package dev.partywall.advisor.rules;

import dev.partywall.advisor.Severity;
import org.junit.jupiter.api.Test;

class OwnerNotForcedTest extends RuleProof {
    OwnerNotForcedTest() {
        super(new OwnerNotForced());
    }

    @Test
    void anOwnerIsExemptUnlessForced() {
        proves("""
            ALTER TABLE shop.customer OWNER TO ${p}app; ALTER TABLE shop.customer NO FORCE ROW LEVEL SECURITY
            """, Severity.CRITICAL, "table shop.customer");
    }

    @Test
    void soIsWhoInheritsTheOwner() {
        proves("""
            GRANT ${p}owner TO ${p}app; ALTER TABLE "Back Office"."Ticket ""№"" 🎫" NO FORCE ROW LEVEL SECURITY
            """, Severity.CRITICAL, "table Back Office.Ticket \"№\" 🎫");
    }

    @Test
    void anotherOwnerNeedsNoForce() {
        staysQuiet("""
            ALTER TABLE shop.customer NO FORCE ROW LEVEL SECURITY
            """);
    }

    @Test
    void aMembershipWithoutInheritExemptsNobody() {
        staysQuiet("""
            GRANT ${p}owner TO ${p}app WITH INHERIT FALSE; ALTER TABLE shop.customer NO FORCE ROW LEVEL SECURITY
            """);
    }
}
