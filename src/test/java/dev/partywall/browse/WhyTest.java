package dev.partywall.browse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partywall.access.Inspection;
import dev.partywall.access.Inspector;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.RelationName;
import dev.partywall.connect.Lens;
import dev.partywall.connect.Link;
import dev.partywall.failure.Failure;
import dev.partywall.profile.TenancyDeclaration;
import dev.partywall.testing.TestDatabase;
import dev.partywall.testing.TestServer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WhyTest {
    private static final RelationName DOC = new RelationName("public", "Doc 🐘");
    private static final Lens.Tenant ACME = new Lens.Tenant("acme");

    private static Link link;
    private static Why why;
    private static WhoSees whoSees;

    @BeforeAll
    static void open() {
        TestDatabase database = TestServer.database("""
                DO $$ BEGIN
                  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'why_app') THEN
                    CREATE ROLE why_app LOGIN;
                    CREATE ROLE why_bypass LOGIN BYPASSRLS;
                  END IF;
                END $$;
                CREATE TABLE "Doc 🐘" (id int PRIMARY KEY, "tenantId" text, draft boolean, writer name);
                INSERT INTO "Doc 🐘" VALUES (1, 'acme', false, 'why_app'), (2, 'globex', false, 'why_app'),
                  (3, NULL, false, 'x'), (4, 'acme', true, 'x'), (5, 'acme', NULL, 'why_app');
                ALTER TABLE "Doc 🐘" ENABLE ROW LEVEL SECURITY;
                CREATE POLICY own ON "Doc 🐘" USING ("tenantId" = current_setting('app.tenant', true) OR "tenantId" = 'public');
                CREATE POLICY finished ON "Doc 🐘" AS RESTRICTIVE USING (NOT draft);
                CREATE POLICY writers ON "Doc 🐘" AS RESTRICTIVE FOR DELETE USING (writer = CURRENT_USER AND id <> 5);
                CREATE TABLE typed (id int PRIMARY KEY, "tenantId" uuid);
                INSERT INTO typed VALUES (1, '00000000-0000-0000-0000-000000000001');
                ALTER TABLE typed ENABLE ROW LEVEL SECURITY;
                CREATE POLICY own ON typed USING ("tenantId" = current_setting('app.tenant')::uuid);
                CREATE TABLE split (id int PRIMARY KEY, "tenantId" text);
                INSERT INTO split VALUES (1, 'acme'), (2, 'acme');
                ALTER TABLE split ENABLE ROW LEVEL SECURITY;
                CREATE POLICY reads ON split FOR SELECT USING ("tenantId" = current_setting('app.tenant', true));
                CREATE POLICY deletes ON split FOR DELETE USING ("tenantId" = current_setting('app.tenant', true));
                CREATE POLICY changes ON split FOR UPDATE USING (id = 2);
                CREATE TABLE line (id int PRIMARY KEY, doc int REFERENCES "Doc 🐘");
                INSERT INTO line VALUES (1, 1), (2, 2), (3, 4);
                ALTER TABLE line ENABLE ROW LEVEL SECURITY;
                CREATE POLICY own ON line USING (EXISTS (SELECT FROM "Doc 🐘" d WHERE d.id = line.doc) AND NOT (id = 9 OR doc IS NULL));
                GRANT SELECT ON line TO why_app;
                CREATE TABLE closed (id int, "tenantId" text);
                INSERT INTO closed VALUES (1, 'acme');
                GRANT SELECT, UPDATE, DELETE ON "Doc 🐘", typed, split TO why_app;
                GRANT SELECT ON ALL TABLES IN SCHEMA public TO why_bypass;
                """);
        link = Link.open(database.profile("why_app", "why_bypass", tenancy()));
        Inspection inspection = Inspector.inspect(link);
        why = new Why(link, inspection);
        whoSees = new WhoSees(link, inspection);
    }

    private static TenancyDeclaration tenancy() {
        return new TenancyDeclaration(
                Map.of("app.tenant", "{tenant}"),
                Map.of(),
                Map.of(),
                "tenantId",
                Map.of(),
                null,
                List.of(),
                Set.of(),
                null,
                null,
                Set.of(),
                null);
    }

    @AfterAll
    static void close() {
        link.close();
    }

    private static Explanation explain(RelationName table, int id, Lens lens) {
        return why.explain(table, List.of(Filter.parse("id=" + id)), lens, 10).getFirst();
    }

    private static Explanation.Answer answer(Explanation explanation, Privilege command) {
        return explanation.answers().stream()
                .filter(answer -> answer.command() == command)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anOwnRowIsLetThroughByAPolicyAndHeldByNoRestriction() {
        Explanation own = explain(DOC, 1, ACME);
        assertThat(own.seen()).isEqualTo(Truth.TRUE);
        assertThat(answer(own, Privilege.SELECT).allowed()).isEqualTo(Truth.TRUE);
        assertThat(answer(own, Privilege.SELECT).decidedBy())
                .isEqualTo("Policy own lets it through, and every restrictive policy holds.");
        assertThat(answer(own, Privilege.DELETE).allowed())
                .as("CURRENT_USER is who looks, not who evaluates")
                .isEqualTo(Truth.TRUE);
    }

    @Test
    void anothersRowShowsTheValuesThatWereCompared() {
        Explanation other = explain(DOC, 2, ACME);
        assertThat(other.seen()).isEqualTo(Truth.FALSE);
        assertThat(answer(other, Privilege.SELECT).decidedBy())
                .isEqualTo("No permissive policy for SELECT lets it through: own is FALSE.");
        Explanation.PolicyTruth own = answer(other, Privilege.SELECT).policies().stream()
                .filter(policy -> policy.policy().equals("own"))
                .findFirst()
                .orElseThrow();
        assertThat(own.joined()).isEqualTo("OR");
        assertThat(own.parts()).hasSize(2);
        assertThat(own.parts().getFirst().terms())
                .extracting(Explanation.Term::value)
                .containsExactly("globex", "acme");
    }

    @Test
    void aRowWithoutATenantIsNullNotFalse() {
        Explanation.Answer select = answer(explain(DOC, 3, ACME), Privilege.SELECT);
        assertThat(select.decidedBy()).contains("own is NULL");
        assertThat(select.allowed()).isEqualTo(Truth.FALSE);
    }

    @Test
    void aRestrictivePolicyDecidesAgainstAPermissiveOne() {
        assertThat(answer(explain(DOC, 4, ACME), Privilege.SELECT).decidedBy())
                .isEqualTo("Restrictive policy finished is FALSE.");
        assertThat(answer(explain(DOC, 5, ACME), Privilege.SELECT).decidedBy())
                .isEqualTo("Restrictive policy finished is NULL.");
    }

    @Test
    void eachCommandHasItsOwnPoliciesAndReadingAsksThoseForSelectAsWell() {
        RelationName split = new RelationName("public", "split");
        Explanation first = explain(split, 1, ACME);
        assertThat(answer(first, Privilege.DELETE).decidedBy()).isEqualTo("Policy deletes lets it through.");
        assertThat(answer(first, Privilege.UPDATE).decidedBy())
                .isEqualTo("No permissive policy for UPDATE lets it through: changes is FALSE.");
        Explanation foreign = explain(split, 2, new Lens.Tenant("globex"));
        assertThat(answer(foreign, Privilege.UPDATE).decidedBy())
                .isEqualTo("No permissive policy for SELECT lets it through: reads is FALSE.");
        assertThat(answer(foreign, Privilege.UPDATE).allowed()).isEqualTo(Truth.FALSE);
    }

    @Test
    void nobodyMeetsTheErrorOfASettingThatWasNeverSet() {
        Explanation typed = explain(new RelationName("public", "typed"), 1, new Lens.Nobody());
        assertThat(typed.seen()).isEqualTo(Truth.error("42704"));
        assertThat(answer(typed, Privilege.SELECT).allowed()).isEqualTo(Truth.error("42704"));
        assertThat(typed.agrees()).isTrue();
    }

    @Test
    void aMissingGrantIsToldBeforeAnyPolicy() {
        Explanation closed = explain(new RelationName("public", "closed"), 1, ACME);
        assertThat(closed.seen()).isEqualTo(Truth.error("42501"));
        assertThat(answer(closed, Privilege.SELECT).decidedBy()).isEqualTo("why_app lacks SELECT on public.closed.");
    }

    @Test
    void everyAnswerIsWhatTheServerShows() {
        for (Lens lens : List.of(ACME, new Lens.Tenant("globex"), new Lens.Tenant("public"), new Lens.Nobody())) {
            List<Explanation> all = why.explain(DOC, List.of(), lens, 100);
            assertThat(all).hasSize(5).allMatch(Explanation::agrees);
        }
    }

    @Test
    void aSubSelectSeesWhatWhoeverLooksSees() {
        RelationName line = new RelationName("public", "line");
        assertThat(why.explain(line, List.of(), ACME, 10))
                .extracting(Explanation::seen)
                .containsExactly(Truth.TRUE, Truth.FALSE, Truth.FALSE);
        assertThat(why.explain(line, List.of(), ACME, 10)).allMatch(Explanation::agrees);
        Explanation hidden = explain(line, 2, ACME);
        assertThat(hidden.remarks())
                .containsExactly("Policy own reads other rows, and sees only those that why_app may"
                        + " see: a hidden one there hides this one.");
        Explanation.PolicyTruth own =
                answer(hidden, Privilege.SELECT).policies().getFirst();
        assertThat(own.asBypass()).isFalse();
        assertThat(own.parts()).extracting(Explanation.Part::decides).containsExactly(true, false);
        assertThat(own.parts().getLast().joined()).isEqualTo("NOT");
        assertThat(own.parts().getLast().parts().getFirst().parts()).hasSize(2);
    }

    @Test
    void whoeverSeesARowIsTold() {
        Viewers viewers = whoSees.of(DOC, List.of(Filter.parse("id=1")), 10);
        assertThat(viewers.seeing()).extracting(Viewers.Viewer::label).containsExactly("tenant acme");
        assertThat(viewers.viewers())
                .extracting(Viewers.Viewer::label)
                .contains("nobody (tenant empty)", "tenant globex");
        assertThat(whoSees.of(new RelationName("public", "typed"), List.of(Filter.parse("id=1")), 10)
                        .viewers()
                        .getFirst()
                        .sees())
                .isEqualTo(Truth.error("42704"));
        assertThat(whoSees.of(DOC, List.of(Filter.parse("id=1")), 1).more()).isTrue();
    }

    @Test
    void aRowThatIsNotThereIsSaidToBeNowhere() {
        assertThatThrownBy(() -> explain(DOC, 99, ACME))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("There is no such row");
    }
}
