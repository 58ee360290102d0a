package dev.partywall.advisor.rules;

import dev.partywall.advisor.Severity;
import org.junit.jupiter.api.Test;

class DefinerFunctionOpenToPublicTest extends RuleProof {
    DefinerFunctionOpenToPublicTest() {
        super(new DefinerFunctionOpenToPublic());
    }

    @Test
    void everybodyIsTooMany() {
        proves("""
            CREATE FUNCTION shop.wipe() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS 'DELETE FROM shop.customer'
            """, Severity.HIGH, "function shop.wipe()");
    }

    @Test
    void oneThatKeepsToTheTenantIsInformation() {
        staysQuiet("""
            CREATE FUNCTION shop.f() RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS 'SELECT count(*) FROM shop.customer WHERE tenant_id = shop.current_tenant()'
            """);
    }

    @Test
    void oneThatTouchesNoTenantIsSound() {
        staysQuiet("""
            CREATE FUNCTION shop.f() RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS 'SELECT count(*) FROM shop.country'
            """);
    }
}
