package dev.partywall.advisor.rules;

import dev.partywall.advisor.Severity;
import org.junit.jupiter.api.Test;

class TenantIndexMissingTest extends RuleProof {
    TenantIndexMissingTest() {
        super(new TenantIndexMissing());
    }

    @Test
    void aTableWithoutTheIndexIsFoundAndGivenOne() {
        proves("""
            DROP INDEX "Back Office"."Ticket ""№"" 🎫_Mandant (№)_idx"
            """, Severity.LOW, "column Back Office.Ticket \"№\" 🎫/Mandant (№)");
    }

    @Test
    void aKeyThatBeginsWithTheTenantIsEnough() {
        staysQuiet("""
            DROP INDEX shop.order_tenant_id_idx; CREATE INDEX ON shop."order" (tenant_id, note)
            """);
    }
}
