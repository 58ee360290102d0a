package dev.partywall.advisor.rules;

import dev.partywall.advisor.Severity;
import org.junit.jupiter.api.Test;

class SequenceSettableTest extends RuleProof {
    SequenceSettableTest() {
        super(new SequenceSettable());
    }

    @Test
    void aSequenceBehindATenantTableIsNamed() {
        proves("""
            GRANT ALL ON ALL SEQUENCES IN SCHEMA "Back Office" TO ${p}app
            """, Severity.LOW, "sequence Back Office.Ticket \"№\" 🎫_ticket Nr_seq");
    }

    @Test
    void drawingNumbersIsSound() {
        staysQuiet("""
            GRANT USAGE ON ALL SEQUENCES IN SCHEMA "Back Office" TO ${p}app
            """);
    }
}
