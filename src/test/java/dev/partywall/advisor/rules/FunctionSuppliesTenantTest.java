package dev.partywall.advisor.rules;

import dev.partywall.advisor.Severity;
import org.junit.jupiter.api.Test;

class FunctionSuppliesTenantTest extends RuleProof {
    FunctionSuppliesTenantTest() {
        super(new FunctionSuppliesTenant());
    }

    @Test
    void aTenantSetOnAFunctionIsFoundAndReset() {
        proves("""
            CREATE FUNCTION shop.as_two() RETURNS bigint LANGUAGE sql SET app.tenant = '2' AS 'SELECT count(*) FROM shop.customer'
            """, Severity.HIGH, "function shop.as_two()");
    }

    @Test
    void otherSettingsAreNotThis() {
        staysQuiet("""
            CREATE FUNCTION shop.f() RETURNS bigint LANGUAGE sql SET work_mem = '8MB' AS 'SELECT count(*) FROM shop.customer'
            """);
    }
}
