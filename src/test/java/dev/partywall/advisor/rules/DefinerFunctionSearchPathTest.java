package dev.partywall.advisor.rules;

import dev.partywall.advisor.Severity;
import org.junit.jupiter.api.Test;

class DefinerFunctionSearchPathTest extends RuleProof {
    DefinerFunctionSearchPathTest() {
        super(new DefinerFunctionSearchPath());
    }

    @Test
    void aFreePathWithLooseNamesIsFoundAndPinned() {
        proves("""
            CREATE FUNCTION shop.f() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER AS $f$ BEGIN RETURN (SELECT count(*) FROM customer WHERE tenant_id = shop.current_tenant()); END $f$
            """, Severity.HIGH, "function shop.f()");
    }

    @Test
    void aPathWithoutTemporaryLastIsFound() {
        proves("""
            CREATE FUNCTION shop.f() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = shop AS $f$ BEGIN RETURN (SELECT count(*) FROM customer WHERE tenant_id = shop.current_tenant()); END $f$
            """, Severity.MEDIUM, "function shop.f()");
    }

    @Test
    void aPinnedPathThatCanBeWrittenIsFound() {
        proves("""
            CREATE SCHEMA scratch; GRANT USAGE, CREATE ON SCHEMA scratch TO ${p}app; CREATE FUNCTION shop.f() RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = scratch, shop, pg_temp AS $f$ BEGIN RETURN current_tenant(); END $f$
            """, Severity.HIGH, "function shop.f()");
    }

    @Test
    void namesWithTheirSchemaAreMild() {
        proves("""
            CREATE FUNCTION shop.f() RETURNS int LANGUAGE plpgsql SECURITY DEFINER AS $f$ BEGIN RETURN shop.current_tenant(); END $f$
            """, Severity.LOW, "function shop.f()");
    }

    @Test
    void aBodyInStandardSqlIsBound() {
        staysQuiet("""
            CREATE FUNCTION shop.f() RETURNS int LANGUAGE sql SECURITY DEFINER RETURN shop.current_tenant()
            """);
    }

    @Test
    void aPinnedPathIsSound() {
        staysQuiet("""
            CREATE FUNCTION shop.f() RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = shop, pg_temp AS $f$ BEGIN RETURN current_tenant(); END $f$
            """);
    }
}
