package dev.partywall.advisor.rules;

import dev.partywall.advisor.Severity;
import org.junit.jupiter.api.Test;

class RewriteRuleWithOwnersRightsTest extends RuleProof {
    RewriteRuleWithOwnersRightsTest() {
        super(new RewriteRuleWithOwnersRights());
    }

    @Test
    void aRuleThatChangesOtherTenantsRowsIsFoundAndDropped() {
        proves("""
            CREATE TABLE shop.job (tenant_id int NOT NULL); ALTER TABLE shop.job ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON shop.job USING (tenant_id = shop.current_tenant()); CREATE INDEX ON shop.job (tenant_id); GRANT INSERT ON shop.job TO ${p}app; CREATE RULE "touch all" AS ON INSERT TO shop.job DO ALSO UPDATE shop.customer SET number = 0
            """, Severity.HIGH, "table shop.job");
    }

    @Test
    void aRuleAsAnOwnerWhomRowSecurityBindsIsSound() {
        staysQuiet("""
            SET ROLE ${p}owner; CREATE RULE touch AS ON INSERT TO shop."order" DO ALSO UPDATE shop.customer SET number = 0; RESET ROLE
            """);
    }
}
