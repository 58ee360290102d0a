package dev.partywall.advisor.rules;

import dev.partywall.advisor.Severity;
import org.junit.jupiter.api.Test;

class ChildWithoutRowSecurityTest extends RuleProof {
    ChildWithoutRowSecurityTest() {
        super(new ChildWithoutRowSecurity());
    }

    @Test
    void detailsAreFoundAndProtectedThroughTheParent() {
        proves("""
            CREATE TABLE "Back Office"."order note" (order_id uuid NOT NULL REFERENCES shop."order", note text); GRANT SELECT, INSERT ON "Back Office"."order note" TO ${p}app
            """, Severity.CRITICAL, "table Back Office.order note");
    }

    @Test
    void anOptionalLinkIsOneStepMilder() {
        proves("""
            CREATE TABLE shop.mail (order_id uuid REFERENCES shop."order", body text); GRANT SELECT ON shop.mail TO ${p}app
            """, Severity.HIGH, "table shop.mail");
    }

    @Test
    void detailsOfDetailsAreFound() {
        proves("""
            CREATE TABLE shop.line_tax (order_id uuid NOT NULL, line int NOT NULL, tax int, FOREIGN KEY (order_id, line) REFERENCES shop.order_line); GRANT SELECT ON shop.line_tax TO ${p}app
            """, Severity.CRITICAL, "table shop.line_tax");
    }

    @Test
    void aSharedTableThatTenantsReferToIsSound() {
        staysQuiet("""
            ALTER TABLE shop."order" ADD country char(2) REFERENCES shop.country
            """);
    }
}
