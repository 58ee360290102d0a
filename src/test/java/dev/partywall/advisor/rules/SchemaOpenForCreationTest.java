package dev.partywall.advisor.rules;

import dev.partywall.advisor.Severity;
import org.junit.jupiter.api.Test;

class SchemaOpenForCreationTest extends RuleProof {
    SchemaOpenForCreationTest() {
        super(new SchemaOpenForCreation());
    }

    @Test
    void aSchemaWithTenantTablesIsFoundAndClosed() {
        proves("""
            GRANT CREATE ON SCHEMA "Back Office" TO PUBLIC
            """, Severity.MEDIUM, "schema Back Office");
    }

    @Test
    void aScratchSchemaIsMild() {
        proves("""
            CREATE SCHEMA scratch; GRANT USAGE, CREATE ON SCHEMA scratch TO ${p}app
            """, Severity.LOW, "schema scratch");
    }

    @Test
    void anotherRoleMayCreate() {
        staysQuiet("""
            GRANT CREATE ON SCHEMA shop TO ${p}report
            """);
    }

    @Test
    void anOwnerMayDropWhatIsInIt() {
        proves("""
            ALTER SCHEMA "Back Office" OWNER TO ${p}app
            """, Severity.HIGH, "schema Back Office");
    }
}
