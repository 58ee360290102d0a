package dev.partywall.advisor.rules;

import dev.partywall.advisor.Severity;
import org.junit.jupiter.api.Test;

class IdentityEditableByUserTest extends RuleProof {
    private static final String CLAIM = """
            CREATE POLICY "By token" ON shop.customer FOR SELECT USING (
              tenant_id = (nullif(current_setting('request.jwt.claims', true), '')::jsonb -> '%s' ->> 'tenant_id')::int)
            """;

    IdentityEditableByUserTest() {
        super(new IdentityEditableByUser());
    }

    @Test
    void aClaimThatUsersEditIsFoundAndClosed() {
        proves(CLAIM.formatted("user_metadata"), Severity.HIGH, "policy shop.customer/By token");
    }

    @Test
    void aClaimThatOnlyTheServerWritesIsSound() {
        staysQuiet(CLAIM.formatted("app_metadata"));
    }
}
