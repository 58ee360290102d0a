package dev.partywall.advisor.rules;

import dev.partywall.advisor.Severity;
import org.junit.jupiter.api.Test;

class ForeignKeyOracleTest extends RuleProof {
    ForeignKeyOracleTest() {
        super(new ForeignKeyOracle());
    }

    @Test
    void detailsThatReferToOtherDetailsAreFound() {
        proves("""
            CREATE TABLE shop.box (id int PRIMARY KEY, order_id uuid NOT NULL REFERENCES shop."order"); ALTER TABLE shop.box ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
            CREATE POLICY via ON shop.box USING (EXISTS (SELECT FROM shop."order" o WHERE o.id = order_id)); GRANT SELECT, INSERT ON shop.box TO ${p}app;
            ALTER TABLE shop.order_line ADD box int CONSTRAINT "in box" REFERENCES shop.box; UPDATE shop.order_line SET box = NULL
            """, Severity.LOW, "constraint shop.order_line/in box");
    }

    @Test
    void theTenantItselfIsCheckedFirst() {
        staysQuiet("""
            SELECT 1
            """);
    }
}
