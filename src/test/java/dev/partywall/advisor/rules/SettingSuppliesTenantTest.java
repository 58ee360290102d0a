package dev.partywall.advisor.rules;

import dev.partywall.advisor.Severity;
import org.junit.jupiter.api.Test;

class SettingSuppliesTenantTest extends RuleProof {
    SettingSuppliesTenantTest() {
        super(new SettingSuppliesTenant());
    }

    @Test
    void aTenantByDefaultIsFoundAndReset() {
        proves("""
            ALTER ROLE ${p}app SET app.tenant = '2'
            """, Severity.HIGH, "role app");
    }

    @Test
    void inThisDatabaseOnly() {
        proves("""
            ALTER ROLE ${p}app IN DATABASE ${db} SET app.tenant = '2'
            """, Severity.HIGH, "role app");
    }

    @Test
    void anEmptyDefaultMeansNobody() {
        staysQuiet("""
            ALTER ROLE ${p}app SET app.tenant = ''
            """);
    }

    @Test
    void anotherRolesDefaultIsItsOwn() {
        staysQuiet("""
            ALTER ROLE ${p}report SET app.tenant = '2'
            """);
    }
}
