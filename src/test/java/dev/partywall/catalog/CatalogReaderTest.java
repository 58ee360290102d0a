package dev.partywall.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.connect.Link;
import dev.partywall.connect.SessionContext;
import dev.partywall.connect.Sql;
import dev.partywall.profile.TenancyDeclaration;
import dev.partywall.testing.TestDatabase;
import dev.partywall.testing.TestServer;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CatalogReaderTest {
    private static final String STORE = "Störe \"1\" x";
    private static final String SCRIPT = """
            CREATE ROLE "cat Owner"; CREATE ROLE cat_app LOGIN NOINHERIT; CREATE ROLE "cat_büro 😀";
            GRANT "cat_büro 😀" TO cat_app WITH ADMIN OPTION;
            CREATE EXTENSION pg_stat_statements SCHEMA public;
            CREATE SCHEMA "Störe ""1"" x" AUTHORIZATION "cat Owner";
            GRANT USAGE ON SCHEMA "Störe ""1"" x" TO cat_app;
            CREATE DOMAIN public.tenant AS uuid; CREATE DOMAIN public.subtenant AS public.tenant;
            CREATE FUNCTION public.me() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
              AS $$ SELECT nullif(current_setting('app.t', true), '')::uuid $$;
            CREATE TABLE "Störe ""1"" x"."order" (
              "tenantId" public.subtenant NOT NULL DEFAULT public.me(), id bigint GENERATED ALWAYS AS IDENTITY,
              dropped int, "the name" varchar(20), twice text GENERATED ALWAYS AS (upper("the name")) STORED,
              PRIMARY KEY ("tenantId", id), UNIQUE ("the name"));
            ALTER TABLE "Störe ""1"" x"."order" DROP COLUMN dropped;
            ALTER TABLE "Störe ""1"" x"."order" OWNER TO "cat Owner";
            ALTER TABLE "Störe ""1"" x"."order" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
            CREATE INDEX "ix, 1" ON "Störe ""1"" x"."order" (lower("the name"), ("tenantId"::text || 'x'), id) WHERE id > 0;
            GRANT SELECT ON "Störe ""1"" x"."order" TO cat_app, PUBLIC; GRANT UPDATE ("the name") ON "Störe ""1"" x"."order" TO cat_app;
            CREATE TABLE public.line (tenant uuid, "order" bigint,
              FOREIGN KEY (tenant, "order") REFERENCES "Störe ""1"" x"."order" ("tenantId", id) ON DELETE CASCADE ON UPDATE SET NULL);
            CREATE POLICY "it's mine" ON "Störe ""1"" x"."order" FOR UPDATE TO cat_app, "cat_büro 😀"
              USING ("tenantId" = public.me() AND EXISTS (SELECT FROM public.line l WHERE l."order" = id));
            CREATE POLICY narrow ON "Störe ""1"" x"."order" AS RESTRICTIVE USING (true) WITH CHECK (id > 0);
            CREATE FUNCTION public.stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
            CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.line FOR EACH ROW EXECUTE FUNCTION public.stamp();
            CREATE VIEW public.mine WITH (security_invoker = true) AS SELECT id, public.me() FROM "Störe ""1"" x"."order";
            CREATE VIEW public.nested WITH (security_barrier) AS SELECT * FROM public.mine;
            CREATE MATERIALIZED VIEW public.frozen AS SELECT count(*) FROM public.line;
            CREATE RULE keep AS ON DELETE TO public.line DO INSTEAD NOTHING;
            CREATE TABLE public.event (id int, day int) PARTITION BY LIST (day);
            CREATE TABLE public.event_1 PARTITION OF public.event FOR VALUES IN (1);
            CREATE TABLE public.part (id int PRIMARY KEY) PARTITION BY LIST (id);
            CREATE TABLE public.part_1 PARTITION OF public.part FOR VALUES IN (1);
            CREATE TABLE public.part_2 PARTITION OF public.part FOR VALUES IN (2);
            CREATE TABLE public.child (part int REFERENCES public.part);
            ALTER ROLE cat_app SET app.t = 'a=b'; ALTER ROLE cat_app SET app.jwt_secret = 'hush';
            ALTER DEFAULT PRIVILEGES FOR ROLE "cat Owner" IN SCHEMA public GRANT SELECT ON TABLES TO cat_app;
            CREATE TEMP TABLE gone (id int);
            """;
    private static TestDatabase database;
    private static CatalogSnapshot snapshot;
    private static boolean invokerViews;

    @BeforeAll
    static void read() {
        database = TestServer.database("");
        invokerViews = Snapshots.of(database).server().major() >= 15;
        database.execute(invokerViews ? SCRIPT : SCRIPT.replace("WITH (security_invoker = true)", ""));
        snapshot = Snapshots.as("cat_app", database);
    }

    private static Relation relation(String schema, String name) {
        return snapshot.relation(new RelationName(schema, name)).orElseThrow();
    }

    @Test
    void anOrdinaryRoleSeesWhatTheSuperuserSees() {
        CatalogSnapshot all = Snapshots.of(database);
        assertThat(snapshot.relations()).isEqualTo(all.relations());
        assertThat(snapshot.functions()).isEqualTo(all.functions());
        assertThat(snapshot.roles()).isEqualTo(all.roles());
        assertThat(snapshot.settings()).isEqualTo(all.settings());
    }

    @Test
    void relationsComeWithoutThoseOfExtensionsAndTheSystem() {
        assertThat(snapshot.relations())
                .extracting(it -> it.name().name())
                .containsExactly(
                        "order", "child", "event", "event_1", "frozen", "line", "mine", "nested", "part", "part_1",
                        "part_2");
        assertThat(snapshot.extensions()).contains("pg_stat_statements");
        assertThat(snapshot.functions()).extracting(Function::name).containsExactly("me", "stamp");
    }

    @Test
    void aTableComesWithItsOwnerAndSwitches() {
        Relation order = relation(STORE, "order");
        assertThat(order.owner()).isEqualTo("cat Owner");
        assertThat(order.rowSecurity()).isTrue();
        assertThat(order.forced()).isTrue();
        assertThat(order.name().sql()).isEqualTo("\"Störe \"\"1\"\" x\".\"order\"");
    }

    @Test
    void columnsKnowTheTypeBehindNestedDomains() {
        Column tenant = relation(STORE, "order").column("tenantId").orElseThrow();
        assertThat(tenant.type()).isEqualTo("public.subtenant");
        assertThat(tenant.baseType()).isEqualTo("uuid");
        assertThat(tenant.defaultExpression()).isEqualTo("public.me()");
        assertThat(tenant.notNull()).isTrue();
    }

    @Test
    void droppedColumnsLeaveAGapInTheNumbers() {
        assertThat(relation(STORE, "order").columns())
                .extracting(Column::number)
                .containsExactly(1, 2, 4, 5);
        assertThat(relation(STORE, "order").column("id").orElseThrow().identity())
                .isTrue();
        assertThat(relation(STORE, "order").column("twice").orElseThrow().generated())
                .isTrue();
    }

    @Test
    void grantsNameTheirColumnsAndEverybody() {
        Relation order = relation(STORE, "order");
        assertThat(order.column("the name").orElseThrow().grants())
                .containsExactly(new Grant("cat_app", "cat Owner", Privilege.UPDATE, false));
        assertThat(order.grants())
                .contains(
                        new Grant(Grant.PUBLIC, "cat Owner", Privilege.SELECT, false),
                        new Grant("cat Owner", "cat Owner", Privilege.TRUNCATE, false));
    }

    @Test
    void keysKeepTheirOrderAndActions() {
        Constraint key = relation("public", "line").foreignKeys().getFirst();
        assertThat(key.columns()).containsExactly("tenant", "order");
        assertThat(key.references()).isEqualTo(new RelationName(STORE, "order"));
        assertThat(key.referencedColumns()).containsExactly("tenantId", "id");
        assertThat(key.onDelete()).isEqualTo("CASCADE");
        assertThat(key.onUpdate()).isEqualTo("SET NULL");
        assertThat(relation(STORE, "order").primaryKey().orElseThrow().columns())
                .containsExactly("tenantId", "id");
    }

    @Test
    void aForeignKeyToAPartitionedTableIsListedOnce() {
        assertThat(relation("public", "child").foreignKeys()).hasSize(1);
    }

    @Test
    void indexesShowExpressionsInParentheses() {
        Index index = relation(STORE, "order").indexes().stream()
                .filter(it -> it.name().equals("ix, 1"))
                .findFirst()
                .orElseThrow();
        assertThat(index.keys())
                .containsExactly("(lower(\"the name\"::text))", "(\"tenantId\"::text || 'x'::text)", "id");
        assertThat(index.predicate()).isEqualTo("(id > 0)");
    }

    @Test
    void policiesNameWhatTheirExpressionsUse() {
        Policy mine = relation(STORE, "order").policies().getFirst();
        assertThat(mine.name()).isEqualTo("it's mine");
        assertThat(mine.command()).isEqualTo(Command.UPDATE);
        assertThat(mine.roles()).containsExactlyInAnyOrder("cat_app", "cat_büro 😀");
        assertThat(mine.columns()).containsExactly("tenantId", "id");
        assertThat(mine.reads()).containsExactly(new RelationName("public", "line"));
        assertThat(mine.calls()).containsExactly(snapshot.functions().getFirst().oid());
        assertThat(mine.withCheck()).isNull();
        Policy narrow = relation(STORE, "order").policies().getLast();
        assertThat(narrow.permissive()).isFalse();
        assertThat(narrow.roles()).containsExactly(Grant.PUBLIC);
        assertThat(narrow.withCheck()).isEqualTo("(id > 0)");
    }

    @Test
    void viewsTellWhatTheyReadAndAsWhom() {
        Relation.View mine = Objects.requireNonNull(relation("public", "mine").view());
        assertThat(mine.securityInvoker()).isEqualTo(invokerViews);
        assertThat(mine.reads()).containsExactly(new RelationName(STORE, "order"));
        assertThat(mine.readColumns()).containsExactly(new Relation.ReadColumn(new RelationName(STORE, "order"), "id"));
        assertThat(mine.calls()).hasSize(1);
        assertThat(mine.simple()).isTrue();
        Relation.View nested =
                Objects.requireNonNull(relation("public", "nested").view());
        assertThat(nested.securityInvoker()).isFalse();
        assertThat(nested.securityBarrier()).isTrue();
        assertThat(nested.reads()).containsExactly(new RelationName("public", "mine"));
        Relation.View frozen =
                Objects.requireNonNull(relation("public", "frozen").view());
        assertThat(frozen.reads()).containsExactly(new RelationName("public", "line"));
        assertThat(frozen.simple()).isFalse();
    }

    /** The server keeps the word as it was typed: every spelling that it takes for true counts. */
    @Test
    void securityInvokerIsSeenHoweverItIsSpelt() {
        if (!invokerViews) {
            return;
        }
        CatalogSnapshot spelt = Snapshots.of(TestServer.database("""
                CREATE TABLE t (id int);
                CREATE VIEW a WITH (security_invoker) AS TABLE t; CREATE VIEW b WITH (security_invoker = 'T') AS TABLE t;
                CREATE VIEW c WITH (security_invoker = ON) AS TABLE t; CREATE VIEW d WITH (security_invoker = 'No') AS TABLE t;
                """));
        assertThat(spelt.relations().stream()
                        .filter(relation -> relation.view() != null)
                        .map(relation -> Objects.requireNonNull(relation.view()).securityInvoker()))
                .containsExactly(true, true, true, false);
    }

    @Test
    void partitionsNameTheirParent() {
        Relation partition = relation("public", "event_1");
        assertThat(partition.partitionOf()).isTrue();
        assertThat(partition.parents()).containsExactly(new RelationName("public", "event"));
        assertThat(relation("public", "event").kind()).isEqualTo(Relation.Kind.PARTITIONED_TABLE);
    }

    @Test
    void triggersAndRulesAreThoseThatPeopleMade() {
        Trigger stamp = relation("public", "line").triggers().getFirst();
        assertThat(relation("public", "line").triggers()).hasSize(1);
        assertThat(stamp.events()).containsExactlyInAnyOrder(Privilege.INSERT, Privilege.UPDATE);
        assertThat(stamp.before()).isTrue();
        assertThat(snapshot.rewrites()).extracting(Rewrite::name).containsExactly("keep");
        assertThat(snapshot.rewrites().getFirst().event()).isEqualTo("DELETE");
    }

    @Test
    void functionsShowWhatTheyRunAs() {
        Function me = snapshot.functions().getFirst();
        assertThat(me.securityDefiner()).isTrue();
        assertThat(me.settings()).containsExactly("search_path=pg_catalog, pg_temp");
        assertThat(me.body()).contains("current_setting('app.t', true)");
        assertThat(me.volatility()).isEqualTo(Function.Volatility.STABLE);
        assertThat(me.returns()).isEqualTo("uuid");
        assertThat(me.signature()).isEqualTo("public.me()");
    }

    @Test
    void membershipsTellWhetherTheyInherit() {
        assertThat(snapshot.memberships())
                .contains(new Membership("cat_büro 😀", "cat_app", "postgres", false, true, true));
    }

    @Test
    void settingsAreReadButNotWhatTheyKeepSecret() {
        assertThat(snapshot.settings())
                .filteredOn(it -> "cat_app".equals(it.role()))
                .containsExactly(
                        new RoleSetting("cat_app", false, "app.jwt_secret", "(hidden)"),
                        new RoleSetting("cat_app", false, "app.t", "a=b"));
    }

    @Test
    void defaultPrivilegesAndSequencesAreRead() {
        assertThat(snapshot.defaultPrivileges())
                .contains(new DefaultPrivilege(
                        "cat Owner", "public", "r", new Grant("cat_app", "cat Owner", Privilege.SELECT, false)));
        Sequence sequence = snapshot.sequences().getFirst();
        assertThat(sequence.ownedBy()).isEqualTo(new RelationName(STORE, "order"));
        assertThat(sequence.ownedByColumn()).isEqualTo("id");
    }

    @Test
    void theSearchPathIsAsBeforeAfterwards() {
        try (Link link = Link.open(database.profile("cat_app", "cat_app", TenancyDeclaration.none()))) {
            String path = link.read(SessionContext.nobody(), "test", session -> {
                CatalogReader.read(session);
                return session.value(Sql.of("SELECT current_setting('search_path')"));
            });
            assertThat(path).isEqualTo("\"$user\", public");
        }
    }
}
