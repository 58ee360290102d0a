package dev.partywall.advisor.rules;

import dev.partywall.advisor.Severity;
import org.junit.jupiter.api.Test;

class FunctionMarkedLeakproofTest extends RuleProof {
    FunctionMarkedLeakproofTest() {
        super(new FunctionMarkedLeakproof());
    }

    @Test
    void theMarkIsFoundAndTakenAway() {
        proves("""
            CREATE FUNCTION "Back Office"."peek %"(x text) RETURNS boolean LANGUAGE plpgsql LEAKPROOF COST 1 AS $f$ BEGIN RAISE NOTICE '%', x; RETURN true; END $f$
            """, Severity.MEDIUM, "function Back Office.peek %(x text)");
    }

    @Test
    void withoutTheMarkItIsSound() {
        staysQuiet("""
            CREATE FUNCTION shop.peek(x text) RETURNS boolean LANGUAGE plpgsql AS $f$ BEGIN RETURN true; END $f$
            """);
    }
}
