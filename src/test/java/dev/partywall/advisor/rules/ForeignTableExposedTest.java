package dev.partywall.advisor.rules;

import dev.partywall.advisor.Severity;
import org.junit.jupiter.api.Test;

class ForeignTableExposedTest extends RuleProof {
    ForeignTableExposedTest() {
        super(new ForeignTableExposed());
    }

    @Test
    void aForeignTableIsFoundAndClosed() {
        proves("""
            CREATE EXTENSION file_fdw; CREATE SERVER files FOREIGN DATA WRAPPER file_fdw;
            CREATE FOREIGN TABLE "Back Office"."far off" (tenant_id int, x text) SERVER files OPTIONS (filename '/dev/null'); GRANT SELECT ON "Back Office"."far off" TO ${p}app
            """, Severity.CRITICAL, "table Back Office.far off");
    }

    @Test
    void oneThatNobodyMayUseIsNoHole() {
        staysQuiet("""
            CREATE EXTENSION file_fdw; CREATE SERVER files FOREIGN DATA WRAPPER file_fdw; CREATE FOREIGN TABLE shop.far (tenant_id int) SERVER files OPTIONS (filename '/dev/null')
            """);
    }
}
