package dev.partywall.advisor.rules;

import dev.partywall.advisor.Severity;
import org.junit.jupiter.api.Test;

class DefinerFunctionUnfilteredTest extends RuleProof {
    DefinerFunctionUnfilteredTest() {
        super(new DefinerFunctionUnfiltered());
    }

    @Test
    void oneWithoutAnyComparisonIsFoundAndRunsAsTheCaller() {
        proves("""
            CREATE FUNCTION "Back Office"."find %"(t text) RETURNS SETOF shop.customer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
              AS $f$ SELECT * FROM shop.customer WHERE email LIKE t -- tenant_id = shop.current_tenant()
              $f$
            """, Severity.CRITICAL, "function Back Office.find %(t text)");
    }

    @Test
    void aTenantGivenByTheCallerIsNoFilter() {
        proves("""
            CREATE PROCEDURE shop.purge(p_tenant int) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $f$ BEGIN DELETE FROM shop.customer WHERE tenant_id = p_tenant; END $f$
            """, Severity.CRITICAL, "function shop.purge(IN p_tenant integer)");
    }

    @Test
    void anOrBesideTheComparisonGetsRoundIt() {
        proves("""
            CREATE FUNCTION shop.f() RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
              AS $f$ SELECT count(*) FROM shop.customer c WHERE c.tenant_id = shop.current_tenant() OR c.number > 0 $f$
            """, Severity.CRITICAL, "function shop.f()");
    }

    @Test
    void aTriggerThatTouchesOtherTenantsIsFound() {
        proves("""
            CREATE FUNCTION shop.renumber() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
              AS $f$ BEGIN UPDATE shop.customer SET number = number + 1; RETURN NULL; END $f$;
            CREATE TRIGGER renumber AFTER INSERT ON shop."order" EXECUTE FUNCTION shop.renumber()
            """, Severity.CRITICAL, "function shop.renumber()");
    }

    @Test
    void aComparisonWithTheSessionIsSound() {
        staysQuiet("""
            CREATE FUNCTION shop.f(t text) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
              AS $f$ DECLARE mine int := NULLIF(current_setting('app.tenant', true), '')::int; BEGIN
              RETURN (SELECT count(*) FROM shop.customer c WHERE c.tenant_id = mine AND (c.email = t OR c.number = 1)); END $f$;
            CREATE FUNCTION shop.g() RETURNS bigint LANGUAGE sql SECURITY DEFINER BEGIN ATOMIC SELECT count(*) FROM shop."order" o JOIN shop.customer c ON c.id = o.customer_id WHERE o.tenant_id = shop.current_tenant() AND shop.current_tenant() = c.tenant_id; END
            """);
    }

    @Test
    void anArgumentThatIsCheckedFirstIsSound() {
        staysQuiet("""
            CREATE FUNCTION shop.f(p_tenant int) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
              AS $f$ BEGIN IF p_tenant <> shop.current_tenant() THEN RAISE 'no'; END IF; RETURN (SELECT count(*) FROM shop.customer WHERE tenant_id = p_tenant); END $f$
            """);
    }

    @Test
    void anOwnerWhomRowSecurityBindsIsSound() {
        staysQuiet("""
            SET ROLE ${p}owner; CREATE FUNCTION shop.f() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT count(*) FROM shop.customer'; RESET ROLE
            """);
    }

    @Test
    void oneThatTheAppCannotCallIsNoHole() {
        staysQuiet("""
            CREATE FUNCTION shop.f() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT count(*) FROM shop.customer'; REVOKE EXECUTE ON FUNCTION shop.f() FROM PUBLIC
            """);
    }

    @Test
    void dynamicSqlIsLeftOpen() {
        staysQuiet("""
            CREATE FUNCTION shop.f(q text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $f$ BEGIN EXECUTE format('ANALYZE %I', q); END $f$
            """);
    }

    @Test
    void aRowThatIsLookedUpFirstIsLeftOpen() {
        staysQuiet("""
            CREATE FUNCTION shop.f(p_id uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
              AS $f$ BEGIN IF NOT EXISTS (SELECT 1 FROM shop.customer c WHERE c.id = p_id AND c.tenant_id = shop.current_tenant())
              THEN RAISE 'no'; END IF; UPDATE shop.customer SET number = 1 WHERE id = p_id; END $f$
            """);
    }

    @Test
    void emptyingATableIsUnfiltered() {
        finds("""
            CREATE FUNCTION shop.f() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
              AS $f$ BEGIN TRUNCATE shop.customer; END $f$
            """, Severity.CRITICAL, "function shop.f()");
    }
}
