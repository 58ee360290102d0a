package dev.partywall.advisor.rules;

import dev.partywall.advisor.Severity;
import org.junit.jupiter.api.Test;

class NoPolicyForAppTest extends RuleProof {
    NoPolicyForAppTest() {
        super(new NoPolicyForApp());
    }

    @Test
    void aTableWithoutPolicyIsDeadForTheApp() {
        proves("""
            DROP POLICY tenant_isolation ON "Back Office"."Ticket ""№"" 🎫"
            """, Severity.MEDIUM, "table Back Office.Ticket \"№\" 🎫");
    }

    @Test
    void aPolicyForAnotherRoleDoesNotHelp() {
        proves("""
            ALTER POLICY tenant_isolation ON shop.customer TO ${p}report
            """, Severity.MEDIUM, "table shop.customer");
    }

    @Test
    void aWriteOnlyLogIsSound() {
        staysQuiet("""
            CREATE TABLE shop.audit (tenant_id int NOT NULL); ALTER TABLE shop.audit ENABLE ROW LEVEL SECURITY; CREATE POLICY append ON shop.audit FOR INSERT WITH CHECK (tenant_id = 1); GRANT INSERT ON shop.audit TO ${p}app
            """);
    }
}
