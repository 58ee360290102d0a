package dev.partywall.advisor.rules;

import dev.partywall.advisor.Severity;
import org.junit.jupiter.api.Test;

class ViewWithOwnersRightsTest extends RuleProof {
    ViewWithOwnersRightsTest() {
        super(new ViewWithOwnersRights());
    }

    @Test
    void aSuperusersViewIsFoundAndReadAsTheCaller() {
        proves("""
            CREATE VIEW "Back Office"."all customers" AS SELECT * FROM shop.customer; GRANT SELECT ON "Back Office"."all customers" TO ${p}app
            """, Severity.CRITICAL, "view Back Office.all customers");
    }

    @Test
    void aViewOverSuchAViewIsFoundToo() {
        proves("""
            CREATE VIEW shop.inner_one AS SELECT tenant_id, email FROM shop.customer; CREATE VIEW shop.outer_one AS SELECT * FROM shop.inner_one; ALTER VIEW shop.outer_one OWNER TO ${p}owner; GRANT SELECT ON shop.inner_one TO ${p}owner; GRANT SELECT ON shop.outer_one TO ${p}app
            """, Severity.CRITICAL, "view shop.outer_one");
    }

    @Test
    void sumsOverAllTenantsTellLess() {
        proves("""
            CREATE VIEW shop.total AS SELECT count(*) FROM shop.customer; GRANT SELECT ON shop.total TO ${p}app
            """, Severity.MEDIUM, "view shop.total");
    }

    @Test
    void aFilterWithoutBarrierIsMild() {
        proves("""
            CREATE VIEW shop.mine AS SELECT * FROM shop.customer WHERE tenant_id = shop.current_tenant(); GRANT SELECT ON shop.mine TO ${p}app
            """, Severity.LOW, "view shop.mine");
    }

    @Test
    void aFilterWithAWayRoundIsNone() {
        proves("""
            CREATE VIEW shop.mine WITH (security_barrier) AS SELECT * FROM shop.customer WHERE tenant_id = shop.current_tenant() OR number = 2; GRANT SELECT ON shop.mine TO ${p}app
            """, Severity.CRITICAL, "view shop.mine");
    }

    @Test
    void aFilteringBarrierIsSound() {
        staysQuiet("""
            CREATE VIEW shop.mine WITH (security_barrier) AS SELECT * FROM shop.customer WHERE tenant_id = shop.current_tenant(); GRANT SELECT ON shop.mine TO ${p}app
            """);
    }

    @Test
    void anOwnerWhomRowSecurityBindsIsSound() {
        staysQuiet("""
            SET ROLE ${p}owner; CREATE VIEW shop.v AS SELECT * FROM shop.customer; GRANT SELECT ON shop.v TO ${p}app; RESET ROLE
            """);
    }

    @Test
    void theCallersRightsAreSound() {
        staysQuiet("""
            CREATE VIEW shop.v WITH (security_invoker) AS SELECT * FROM shop.customer; GRANT SELECT ON shop.v TO ${p}app
            """);
    }

    @Test
    void aViewNobodyMayUseIsNoHole() {
        staysQuiet("""
            CREATE VIEW shop.v AS SELECT * FROM shop.customer
            """);
    }
}
