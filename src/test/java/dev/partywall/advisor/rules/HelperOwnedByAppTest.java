package dev.partywall.advisor.rules;

import dev.partywall.advisor.Severity;
import org.junit.jupiter.api.Test;

class HelperOwnedByAppTest extends RuleProof {
    HelperOwnedByAppTest() {
        super(new HelperOwnedByApp());
    }

    @Test
    void aHelperOfTheAppIsFoundAndGivenAway() {
        proves("""
            ALTER POLICY tenant_isolation ON shop.customer USING (tenant_id = shop.current_tenant()); ALTER FUNCTION shop.current_tenant() OWNER TO ${p}app
            """, Severity.HIGH, "function shop.current_tenant()");
    }

    @Test
    void anotherFunctionMayBeTheApps() {
        staysQuiet("""
            CREATE FUNCTION shop.mine() RETURNS int LANGUAGE sql RETURN 1; ALTER FUNCTION shop.mine() OWNER TO ${p}app
            """);
    }
}
