package dev.partywall.advisor.rules;

import dev.partywall.advisor.Severity;
import org.junit.jupiter.api.Test;

class TableWithoutRowSecurityTest extends RuleProof {
    TableWithoutRowSecurityTest() {
        super(new TableWithoutRowSecurity());
    }

    @Test
    void aTableAddedLaterIsFoundAndProtected() {
        proves("""
            CREATE TABLE shop."Nötiz" (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), tenant_id int NOT NULL, t text);
            CREATE INDEX ON shop."Nötiz" (tenant_id);
            ALTER TABLE shop."Nötiz" ALTER tenant_id SET DEFAULT NULLIF(current_setting('app.tenant', true), '')::int;
            GRANT SELECT, INSERT ON shop."Nötiz" TO ${p}app
            """, Severity.CRITICAL, "table shop.Nötiz");
    }

    @Test
    void policiesDoNothingWhileRowSecurityIsOff() {
        proves("""
            ALTER TABLE "Back Office"."Ticket ""№"" 🎫" DISABLE ROW LEVEL SECURITY; ALTER TABLE shop.customer DISABLE ROW LEVEL SECURITY
            """, Severity.CRITICAL, "table shop.customer", "table Back Office.Ticket \"№\" 🎫");
    }

    @Test
    void aTableNobodyMayUseIsNoHole() {
        staysQuiet("""
            CREATE TABLE shop.copy AS SELECT * FROM shop.customer
            """);
    }

    @Test
    void partitionsBehindTheParentAreSound() {
        staysQuiet("""
            SELECT 1
            """);
    }
}
