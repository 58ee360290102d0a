package dev.partywall.advisor.rules;

import dev.partywall.advisor.Severity;
import org.junit.jupiter.api.Test;

class MappingTableWritableTest extends RuleProof {
    MappingTableWritableTest() {
        super(new MappingTableWritable());
    }

    @Test
    void aTableThatPoliciesTrustIsFoundAndClosed() {
        proves("""
            CREATE TABLE shop.member (who text, tenant int); GRANT SELECT, INSERT ON shop.member TO ${p}app;
            CREATE POLICY members ON shop.customer FOR SELECT USING (tenant_id IN (SELECT m.tenant FROM shop.member m WHERE m.who = current_user))
            """, Severity.HIGH, "table shop.member");
    }

    @Test
    void oneThatCanOnlyBeReadIsSound() {
        staysQuiet("""
            CREATE TABLE shop.member (who text, tenant int); GRANT SELECT ON shop.member TO ${p}app;
            CREATE POLICY members ON shop.customer FOR SELECT USING (tenant_id IN (SELECT m.tenant FROM shop.member m WHERE m.who = current_user))
            """);
    }
}
