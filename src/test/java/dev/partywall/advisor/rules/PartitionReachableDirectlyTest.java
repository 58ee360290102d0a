package dev.partywall.advisor.rules;

import dev.partywall.advisor.Severity;
import org.junit.jupiter.api.Test;

class PartitionReachableDirectlyTest extends RuleProof {
    PartitionReachableDirectlyTest() {
        super(new PartitionReachableDirectly());
    }

    @Test
    void grantsOnThePartitionsAreFoundAndRevoked() {
        proves("""
            GRANT SELECT, DELETE ON shop.event_2024, shop.event_2025 TO ${p}app
            """, Severity.CRITICAL, "partition shop.event_2024", "partition shop.event_2025");
    }

    @Test
    void aTableThatInheritsIsFoundToo() {
        proves("""
            CREATE TABLE "Back Office".archived_customer () INHERITS (shop.customer); GRANT SELECT ON "Back Office".archived_customer TO ${p}app
            """, Severity.CRITICAL, "table Back Office.archived_customer");
    }

    @Test
    void aPartitionWithItsOwnPolicyIsSound() {
        staysQuiet("""
            GRANT SELECT ON shop.event_2024 TO ${p}app; ALTER TABLE shop.event_2024 ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
            CREATE POLICY own ON shop.event_2024 USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::int)
            """);
    }
}
