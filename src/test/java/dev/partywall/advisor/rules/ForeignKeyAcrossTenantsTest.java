package dev.partywall.advisor.rules;

import dev.partywall.advisor.Severity;
import org.junit.jupiter.api.Test;

class ForeignKeyAcrossTenantsTest extends RuleProof {
    ForeignKeyAcrossTenantsTest() {
        super(new ForeignKeyAcrossTenants());
    }

    @Test
    void aKeyWithoutTheTenantIsFoundAndGivenIt() {
        proves("""
            ALTER TABLE shop.customer ADD parent uuid CONSTRAINT "up ↑" REFERENCES shop.customer (id) ON DELETE CASCADE
            """, Severity.LOW, "constraint shop.customer/up ↑");
    }

    @Test
    void numbersCanBeCountedThrough() {
        proves("""
            ALTER TABLE shop.customer ADD nr int UNIQUE; ALTER TABLE shop."order" ADD nr int CONSTRAINT by_nr REFERENCES shop.customer (nr) ON DELETE SET NULL
            """, Severity.MEDIUM, "constraint shop.order/by_nr");
    }

    @Test
    void aKeyThatCarriesTheTenantIsSound() {
        staysQuiet("""
            SELECT 1
            """);
    }

    @Test
    void aPolicyThatLooksTheParentUpIsSound() {
        staysQuiet("""
            ALTER TABLE shop.customer ADD parent uuid REFERENCES shop."order" (id); CREATE POLICY seen ON shop.customer AS RESTRICTIVE USING (true) WITH CHECK (parent IS NULL OR EXISTS (SELECT FROM shop."order" o WHERE o.id = parent))
            """);
    }
}
