package dev.partywall.advisor.rules;

import dev.partywall.advisor.Severity;
import org.junit.jupiter.api.Test;

class SharedTableWritableTest extends RuleProof {
    SharedTableWritableTest() {
        super(new SharedTableWritable());
    }

    @Test
    void writingIsFoundAndTakenAway() {
        proves("""
            CREATE TABLE "Back Office"."rate %" (currency text PRIMARY KEY, rate numeric); GRANT SELECT, INSERT, UPDATE ON "Back Office"."rate %" TO ${p}app; GRANT DELETE ON shop.country TO ${p}app
            """, Severity.MEDIUM, "table Back Office.rate %", "table shop.country");
    }

    @Test
    void appendingIsMild() {
        proves("""
            GRANT INSERT ON shop.country TO ${p}app
            """, Severity.LOW, "table shop.country");
    }

    @Test
    void readingIsWhatItIsFor() {
        staysQuiet("""
            GRANT SELECT ON shop.country TO PUBLIC
            """);
    }
}
