package dev.partywall.advisor.rules;

import dev.partywall.advisor.Severity;
import org.junit.jupiter.api.Test;

class TenantColumnNullableTest extends RuleProof {
    TenantColumnNullableTest() {
        super(new TenantColumnNullable());
    }

    @Test
    void aColumnThatTakesNullIsFoundAndClosed() {
        proves("""
            ALTER TABLE "Back Office"."Ticket ""№"" 🎫" ALTER "Mandant (№)" DROP NOT NULL
            """, Severity.LOW, "column Back Office.Ticket \"№\" 🎫/Mandant (№)");
    }

    @Test
    void aCheckSaysTheSame() {
        staysQuiet("""
            ALTER TABLE shop.customer ALTER tenant_id DROP NOT NULL, ADD CHECK (tenant_id IS NOT NULL)
            """);
    }
}
