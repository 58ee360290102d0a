package dev.partywall.advisor.rules;

import dev.partywall.advisor.Severity;
import org.junit.jupiter.api.Test;

class UniqueAcrossTenantsTest extends RuleProof {
    UniqueAcrossTenantsTest() {
        super(new UniqueAcrossTenants());
    }

    @Test
    void aNaturalKeyOverAllTenantsIsFoundAndNarrowed() {
        proves("""
            ALTER TABLE "Back Office"."Ticket ""№"" 🎫" ADD CONSTRAINT "Größe einmal" UNIQUE ("Größe")
            """, Severity.MEDIUM, "constraint Back Office.Ticket \"№\" 🎫/Größe einmal");
    }

    @Test
    void soIsAUniqueIndexOnAnExpression() {
        proves("""
            CREATE UNIQUE INDEX "one mail" ON shop.customer (lower(email)) WHERE email IS NOT NULL
            """, Severity.MEDIUM, "index shop.customer/one mail");
    }

    @Test
    void keysNobodyCanGuessAreSound() {
        staysQuiet("""
            ALTER TABLE shop.customer ADD token uuid UNIQUE, ADD serial_no bigint GENERATED ALWAYS AS IDENTITY UNIQUE
            """);
    }

    @Test
    void aKeyWithinAParentIsSound() {
        staysQuiet("""
            ALTER TABLE shop."order" ADD nr int, ADD UNIQUE (customer_id, nr)
            """);
    }
}
