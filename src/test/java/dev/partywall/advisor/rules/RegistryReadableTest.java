package dev.partywall.advisor.rules;

import dev.partywall.advisor.Severity;
import org.junit.jupiter.api.Test;

class RegistryReadableTest extends RuleProof {
    RegistryReadableTest() {
        super(new RegistryReadable());
    }

    @Test
    void anOpenListOfTenantsIsFoundAndClosed() {
        proves("""
            ALTER TABLE shop.tenants DISABLE ROW LEVEL SECURITY
            """, Severity.MEDIUM, "table shop.tenants");
    }

    @Test
    void namesAloneAreMild() {
        proves("""
            ALTER TABLE shop.tenants DISABLE ROW LEVEL SECURITY; ALTER TABLE shop.tenants DROP billing_email
            """, Severity.LOW, "table shop.tenants");
    }

    @Test
    void oneThatCanBeChangedIsWorse() {
        proves("""
            ALTER TABLE shop.tenants DISABLE ROW LEVEL SECURITY; GRANT UPDATE ON shop.tenants TO ${p}app
            """, Severity.HIGH, "table shop.tenants");
    }

    @Test
    void aTenantMaySeeItself() {
        staysQuiet("""
            SELECT 1
            """);
    }
}
