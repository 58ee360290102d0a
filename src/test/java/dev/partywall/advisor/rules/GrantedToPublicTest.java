package dev.partywall.advisor.rules;

import dev.partywall.advisor.Severity;
import org.junit.jupiter.api.Test;

class GrantedToPublicTest extends RuleProof {
    GrantedToPublicTest() {
        super(new GrantedToPublic());
    }

    @Test
    void anOpenCopyIsFoundAndClosed() {
        proves("""
            CREATE TABLE "Back Office"."copy of customer" AS SELECT * FROM shop.customer; GRANT SELECT ON "Back Office"."copy of customer" TO PUBLIC
            """, Severity.CRITICAL, "table Back Office.copy of customer");
    }

    @Test
    void policiesMakeItMild() {
        proves("""
            GRANT SELECT ON shop."order" TO PUBLIC
            """, Severity.LOW, "table shop.order");
    }

    @Test
    void aSharedTableMayBePublic() {
        staysQuiet("""
            GRANT SELECT ON shop.country TO PUBLIC
            """);
    }
}
