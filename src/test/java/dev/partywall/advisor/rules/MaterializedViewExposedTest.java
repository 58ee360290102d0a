package dev.partywall.advisor.rules;

import dev.partywall.advisor.Severity;
import org.junit.jupiter.api.Test;

class MaterializedViewExposedTest extends RuleProof {
    MaterializedViewExposedTest() {
        super(new MaterializedViewExposed());
    }

    @Test
    void storedRowsOfAllTenantsAreFoundAndPutBehindAView() {
        proves("""
            CREATE MATERIALIZED VIEW "Back Office"."Stored %" AS SELECT tenant_id, email FROM shop.customer; GRANT SELECT ON "Back Office"."Stored %" TO ${p}app
            """, Severity.CRITICAL, "materialized-view Back Office.Stored %");
    }

    @Test
    void storedSharedRowsAreSound() {
        staysQuiet("""
            CREATE MATERIALIZED VIEW shop.countries AS SELECT * FROM shop.country; GRANT SELECT ON shop.countries TO ${p}app; CREATE MATERIALIZED VIEW shop.closed AS SELECT * FROM shop.customer
            """);
    }
}
