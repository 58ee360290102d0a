package dev.partywall.advisor.rules;

import dev.partywall.advisor.Severity;
import org.junit.jupiter.api.Test;

class SessionWideTenantTest extends RuleProof {
    SessionWideTenantTest() {
        super(new SessionWideTenant());
    }

    @Test
    void aTenantForTheWholeSessionIsFound() {
        finds("""
            CREATE FUNCTION shop.enter(t text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN PERFORM set_config('app.tenant', t, false); END $$
            """, Severity.MEDIUM, "function shop.enter(t text)");
    }

    @Test
    void aTenantForTheTransactionIsSound() {
        staysQuiet("""
            CREATE FUNCTION shop.enter(t text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN PERFORM set_config('app.tenant', t, true); END $$
            """);
    }
}
