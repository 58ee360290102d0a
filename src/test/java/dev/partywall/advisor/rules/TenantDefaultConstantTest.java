package dev.partywall.advisor.rules;

import dev.partywall.advisor.Severity;
import org.junit.jupiter.api.Test;

class TenantDefaultConstantTest extends RuleProof {
    TenantDefaultConstantTest() {
        super(new TenantDefaultConstant());
    }

    @Test
    void aFixedTenantIsFoundAndReplaced() {
        proves("""
            ALTER TABLE "Back Office"."Ticket ""№"" 🎫" ALTER "Mandant (№)" SET DEFAULT 1
            """, Severity.LOW, "column Back Office.Ticket \"№\" 🎫/Mandant (№)");
    }

    @Test
    void aDefaultFromTheSessionIsSound() {
        staysQuiet("""
            ALTER TABLE shop.customer ALTER tenant_id SET DEFAULT shop.current_tenant()
            """);
    }
}
