package dev.partywall.browse.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.access.Inspector;
import dev.partywall.browse.PageRequest;
import dev.partywall.catalog.RelationName;
import dev.partywall.connect.Lens;
import dev.partywall.connect.Link;
import dev.partywall.testing.Shop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PlansTest {
    private static final Lens ACME = new Lens.Tenant("acme");
    private static final RelationName BIG = new RelationName("shop", "big");

    private static Link link;
    private static Plans plans;

    @BeforeAll
    static void open() {
        Shop shop = Shop.create();
        shop.database().execute("""
                SET search_path = shop;
                CREATE FUNCTION me() RETURNS text STABLE LANGUAGE plpgsql AS $$ BEGIN RETURN current_setting('app.tenant', true); END $$;
                CREATE TABLE big (id int PRIMARY KEY, tenant text, note text);
                INSERT INTO big SELECT i, CASE WHEN i % 10 = 0 THEN 'acme' ELSE 'globex' END, 'n' FROM generate_series(1, 5000) AS i;
                ALTER TABLE big ENABLE ROW LEVEL SECURITY;
                CREATE POLICY "by function" ON big USING (tenant = shop.me());
                CREATE POLICY "not five" ON big AS RESTRICTIVE FOR SELECT USING (id <> 5);
                CREATE POLICY writing ON big FOR UPDATE USING (note = 'n');
                GRANT SELECT ON ALL TABLES IN SCHEMA shop TO shop_app, shop_bypass;
                GRANT USAGE ON SCHEMA shop TO shop_app;
                ANALYZE big;
                """);
        link = Link.open(shop.profile());
        plans = new Plans(link, Inspector.inspect(link));
    }

    @AfterAll
    static void close() {
        link.close();
    }

    @Test
    void policiesAreFoundInThePlanAndWhatTheyCostIsMeasured() {
        ComparedPlans both = plans.of(ACME, PageRequest.first(BIG, 100), true);
        assertThat(both.lens().root().walk().flatMap(node -> node.conditions().stream()))
                .filteredOn(PlanNode.Condition::isPolicy)
                .singleElement()
                .satisfies(condition -> {
                    assertThat(condition.policies()).containsExactly("by function", "not five");
                    assertThat(condition.perRow()).containsExactly("me");
                    assertThat(condition.removed()).isPositive();
                });
        assertThat(both.remarks()).anyMatch(remark -> remark.contains("calling me for each"));
        assertThat(both.everyone()).isNotNull();
        assertThat(both.ratio()).isNotNull().isPositive();
        assertThat(both.lens().attestation().transactionReadOnly()).isTrue();
        assertThat(both.statement()).contains("LIMIT 101");
    }

    @Test
    void aPlanAloneRunsNothing() {
        ComparedPlans both = plans.of(ACME, PageRequest.first(new RelationName("shop", "line"), 10), false);
        assertThat(both.ratio()).isNull();
        assertThat(both.lens().root().rows()).isNull();
        assertThat(both.remarks())
                .contains("Policy own is asked of each row of line.")
                .anyMatch(remark -> remark.startsWith("SubPlan"));
    }
}
