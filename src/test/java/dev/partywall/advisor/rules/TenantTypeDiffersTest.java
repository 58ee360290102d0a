package dev.partywall.advisor.rules;

import dev.partywall.advisor.Severity;
import org.junit.jupiter.api.Test;

class TenantTypeDiffersTest extends RuleProof {
    TenantTypeDiffersTest() {
        super(new TenantTypeDiffers());
    }

    @Test
    void anotherTypeIsFound() {
        finds("""
            CREATE TABLE shop.feed (tenant_id text NOT NULL)
            """, Severity.LOW, "column shop.feed/tenant_id");
    }

    @Test
    void aLongerNumberIsTheSameKind() {
        staysQuiet("""
            CREATE TABLE shop.feed (tenant_id bigint NOT NULL)
            """);
    }
}
