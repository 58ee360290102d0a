package dev.partywall.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.RelationName;
import dev.partywall.catalog.Snapshots;
import dev.partywall.testing.TestServer;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationTest {
    private static final RelationName ORDERS = new RelationName("app", "Order\"s");
    private static final RelationName LINES = new RelationName("app", "lines");
    private static final RelationName PARTS = new RelationName("app", "parts");
    private static final RelationName TENANTS = new RelationName("app", "tenants");
    private static final RelationName MEMBERS = new RelationName("app", "members");
    private static final String OWN = "\"tenantId\" = NULLIF(current_setting('app.tenant', true), '')::uuid";

    private static final CatalogSnapshot SNAPSHOT = Snapshots.of(TestServer.database("""
            CREATE SCHEMA app;
            CREATE TABLE app.tenants (id uuid PRIMARY KEY, name text);
            CREATE TABLE app."Order""s" (id int PRIMARY KEY, "tenantId" uuid, created_by uuid, public boolean,
                status text NOT NULL, doc jsonb);
            CREATE TABLE app.lines (id int PRIMARY KEY, order_id int REFERENCES app."Order""s");
            CREATE TABLE app.parts (id int PRIMARY KEY, line_id int REFERENCES app.lines);
            CREATE TABLE app.members (user_id uuid, tenant_id uuid NOT NULL);
            CREATE FUNCTION app.tenant() RETURNS uuid LANGUAGE sql STABLE
                AS $$ SELECT NULLIF(current_setting('App.Tenant', true), '')::uuid $$;
            CREATE FUNCTION app.tenant_plain() RETURNS uuid LANGUAGE sql STABLE RETURN app.tenant();
            CREATE FUNCTION app.tenant_or_raise() RETURNS uuid LANGUAGE plpgsql STABLE AS $$
                DECLARE v text := current_setting('app.tenant', true);
                BEGIN
                  IF v IS NULL OR v = '' THEN RAISE EXCEPTION 'no tenant'; END IF;
                  RETURN v;
                END $$;
            CREATE FUNCTION app.tenant_calm() RETURNS uuid LANGUAGE plpgsql AS $$
                BEGIN RETURN current_setting('app.tenant'); EXCEPTION WHEN others THEN RETURN NULL; END $$;
            CREATE FUNCTION app.may_see(p_tenant uuid) RETURNS boolean LANGUAGE sql
                AS $$ SELECT p_tenant = app.tenant() $$;
            CREATE FUNCTION app.lenient(p uuid) RETURNS boolean LANGUAGE plpgsql
                AS $$ BEGIN IF app.tenant() IS NULL THEN RETURN true; ELSE RETURN p = app.tenant(); END IF; END $$;
            CREATE FUNCTION app.looped() RETURNS uuid LANGUAGE plpgsql
                AS $$ BEGIN FOR i IN 1..2 LOOP NULL; END LOOP; RETURN current_setting('app.tenant')::uuid; END $$;
            CREATE FUNCTION app.mine() RETURNS SETOF uuid LANGUAGE sql SECURITY DEFINER AS
                $$ SELECT tenant_id FROM app.members WHERE user_id = current_setting('app.user_id')::uuid $$;
            """));

    private static Answer ask(String type, String condition, RelationName of, SessionState session, RowTenant row) {
        Knowledge knowledge = new Knowledge(
                SNAPSHOT,
                Map.of(ORDERS, "tenantId", TENANTS, "id", MEMBERS, "tenant_id"),
                Map.of(),
                Map.of(
                        "app.tenant",
                        "{tenant}",
                        "jwt.claims",
                        "{\"tenant\": {\"id\": \"{tenant}\"}, \"role\": \"user\"}"),
                false,
                false,
                type,
                Set.of("0"));
        Visibility visibility = relation -> relation.equals(ORDERS)
                ? Expression.parse(OWN)
                : relation.equals(LINES)
                        ? Expression.parse("EXISTS (SELECT 1 FROM app.\"Order\"\"s\" o WHERE o.id = lines.order_id)")
                        : Expression.Constant.TRUE;
        return new Evaluation(knowledge, visibility).of(Expression.parse(condition), of, session, row);
    }

    private static Answer foreign(String condition) {
        return ask("uuid", condition, ORDERS, SessionState.TENANT, RowTenant.FOREIGN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                OWN,
                "\"tenantId\" = current_setting('app.tenant')::uuid",
                "\"tenantId\" IS NOT DISTINCT FROM current_setting('APP.tenant', true)::uuid",
                "(\"tenantId\")::text = lower(current_setting('app.tenant', true))",
                "\"tenantId\"::text LIKE current_setting('app.tenant')",
                "\"tenantId\" = ANY (ARRAY[current_setting('app.tenant')::uuid])",
                "\"tenantId\" = ANY ((string_to_array(current_setting('app.tenant'), ','))::uuid[])",
                "\"tenantId\" = (SELECT app.tenant() AS tenant)",
                "\"tenantId\" = app.tenant_plain()",
                "\"tenantId\" = app.tenant_or_raise()",
                "\"tenantId\" = app.tenant_calm()",
                "\"tenantId\" = app.looped()",
                "app.may_see(\"tenantId\")",
                "app.lenient(\"tenantId\")",
                "\"tenantId\" = (current_setting('jwt.claims')::json #>> '{tenant,id}')::uuid",
                "\"tenantId\" = (((current_setting('jwt.claims')::json -> 'tenant') ->> 'id'))::uuid",
                "\"tenantId\" = app.tenant() AND (public OR current_setting('app.admin', true) = 'on')",
                "\"tenantId\" = app.tenant() OR (public AND \"tenantId\" = app.tenant())",
                "CASE WHEN app.tenant() IS NULL THEN false ELSE \"tenantId\" = app.tenant() END",
                "app.tenant() IS NULL OR \"tenantId\" = app.tenant()",
                "NOT (\"tenantId\" IS DISTINCT FROM app.tenant())",
                "COALESCE(\"tenantId\" = app.tenant(), false)",
                "md5(\"tenantId\"::text) = md5(current_setting('app.tenant'))",
                "\"tenantId\" = app.tenant() OR \"tenantId\"::text = '0'",
                "EXISTS (SELECT 1 FROM app.tenants t WHERE t.id = \"Order\"\"s\".\"tenantId\" AND t.id = app.tenant())",
                "false"
            })
    void aForeignRowNeverPasses(String condition) {
        assertThat(foreign(condition).canBeTrue()).isFalse();
        assertThat(ask("uuid", condition, ORDERS, SessionState.TENANT, RowTenant.OWN)
                                .canBeTrue()
                        || condition.equals("false"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "tenantId = app.tenant() OR public | COLUMN | public",
                "created_by = app.tenant() | COLUMN | created_by",
                "tenantId = app.tenant() OR current_setting('app.bypass', true) = 'on' | SETTING | app.bypass",
                "tenantId = current_setting('app.tennant', true)::uuid | SETTING | app.tennant",
                "tenantId = app.tenant() OR tenantId = '7a1f3c52-7c1e-4b8a-9a51-2f64e0c1a001' | TENANT | 7a1f3c52-7c1e-4b8a-9a51-2f64e0c1a001",
                "app.tenant() = '7a1f3c52-7c1e-4b8a-9a51-2f64e0c1a001' | TENANT | 7a1f3c52-7c1e-4b8a-9a51-2f64e0c1a001",
                "tenantId IN (SELECT app.mine()) | RELATION | app.members",
                "pg_has_role('boss', 'MEMBER') OR tenantId = app.tenant() | ROLE | pg_has_role('boss', 'MEMBER')",
                "tenantId >= app.tenant() | WEAK | >=",
                "left(tenantId::text, 8) = left(current_setting('app.tenant'), 8) | WEAK | left(8)",
                "app.unheard_of(tenantId) | FUNCTION | unheard_of()",
                "(current_setting('jwt.claims')::json ->> 'is_admin') = 'yes' | SETTING | jwt.claims ->> is_admin",
                "tenantId IN (SELECT m.tenant_id FROM app.members m WHERE m.user_id = current_setting('app.user_id')::uuid) | RELATION | app.members"
            })
    void saysWhyAForeignRowMayPass(String condition, String kind, String what) {
        Answer answer = foreign(condition.replace("tenantId", "\"tenantId\""));
        assertThat(answer.canBeTrue()).isTrue();
        assertThat(answer.alwaysTrue()).isFalse();
        assertThat(answer.causes()).contains(new Cause(Cause.Kind.valueOf(kind), what));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"true", "\"tenantId\" = app.tenant() OR true", "NOT (\"tenantId\" = app.tenant())", "1 = 1"})
    void everyForeignRowPasses(String condition) {
        assertThat(foreign(condition).alwaysTrue()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "lower, uuid, true",
        "lower, text, false",
        "btrim, integer, true",
        "btrim, text, false",
        "upper, character varying, false"
    })
    void foldingMattersWhereTwoIdsCanFoldTogether(String function, String type, boolean isolates) {
        String condition = function + "(\"tenantId\"::text) = " + function + "(current_setting('app.tenant'))";
        Answer answer = ask(type, condition, ORDERS, SessionState.TENANT, RowTenant.FOREIGN);
        assertThat(answer.canBeTrue()).isEqualTo(!isolates);
    }

    @ParameterizedTest
    @CsvSource({
        "text, integer, true, 22P02",
        "text, uuid, false, 22P02",
        "bigint, integer, false, 22003",
        "integer, bigint, false,",
        "numeric, integer, true,",
        "text, character varying(8), true,",
        "uuid, character varying(36), false,",
        "uuid, character varying(8), true,",
        "text, name, true,"
    })
    void castsWeakenOrRaise(String type, String target, boolean weak, String error) {
        String condition = "\"tenantId\"::" + target + " = current_setting('app.tenant')::" + target;
        Answer answer = ask(type, condition, ORDERS, SessionState.TENANT, RowTenant.FOREIGN);
        assertThat(answer.dependsOn(Cause.Kind.WEAK)).isEqualTo(weak);
        assertThat(answer.errors()).isEqualTo(error == null ? Set.of() : Set.of(error));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                OWN + " | false | false |",
                "\"tenantId\" = current_setting('app.tenant')::uuid | false | false | 42704 22P02",
                "\"tenantId\" = current_setting('app.tenant', true)::uuid | false | false | 22P02",
                "app.tenant() IS NULL OR \"tenantId\" = app.tenant() | true | true |",
                "current_setting('app.tenant', true) IS NULL OR \"tenantId\" = app.tenant() | true | false |",
                "current_setting('app.tenant', true) = '' OR \"tenantId\" = app.tenant() | false | true |",
                "current_setting('app.tenant', true) = '' OR \"tenantId\" = current_setting('app.tenant', true)::uuid | false | true | 22P02",
                "app.lenient(\"tenantId\") | true | true |",
                "\"tenantId\" = app.tenant_or_raise() | false | false | P0001",
                "\"tenantId\" = app.tenant_calm() | false | false |",
                "\"tenantId\" = COALESCE(app.tenant(), \"tenantId\") | true | true |"
            })
    void withoutATenant(String condition, boolean unsetOpens, boolean emptyOpens, String errors) {
        Answer unset = ask("uuid", condition, ORDERS, SessionState.UNSET, RowTenant.FOREIGN);
        Answer empty = ask("uuid", condition, ORDERS, SessionState.EMPTY, RowTenant.FOREIGN);
        assertThat(unset.canBeTrue()).isEqualTo(unsetOpens);
        assertThat(empty.canBeTrue()).isEqualTo(emptyOpens);
        Set<String> raised = new java.util.HashSet<>(unset.errors());
        raised.addAll(empty.errors());
        assertThat(raised).isEqualTo(errors == null ? Set.of() : Set.of(errors.split(" ")));
    }

    @Test
    void rowsOfNobodyPassOnlyWhereNullIsLetIn() {
        assertThat(ask("uuid", OWN, ORDERS, SessionState.TENANT, RowTenant.NONE).canBeTrue())
                .isFalse();
        assertThat(ask("uuid", OWN + " OR \"tenantId\" IS NULL", ORDERS, SessionState.TENANT, RowTenant.NONE)
                        .alwaysTrue())
                .isTrue();
        String same = "\"tenantId\" IS NOT DISTINCT FROM app.tenant()";
        assertThat(ask("uuid", same, ORDERS, SessionState.TENANT, RowTenant.NONE)
                        .canBeTrue())
                .isFalse();
        assertThat(ask("uuid", same, ORDERS, SessionState.UNSET, RowTenant.NONE).alwaysTrue())
                .isTrue();
    }

    @Test
    void childrenAreIsolatedThroughTheirParents() {
        String naming =
                "EXISTS (SELECT 1 FROM app.\"Order\"\"s\" o WHERE o.id = lines.order_id AND o.\"tenantId\" = app.tenant())";
        String relying = "EXISTS (SELECT 1 FROM app.\"Order\"\"s\" o WHERE o.id = lines.order_id)";
        String listing = "order_id IN (SELECT o.id FROM app.\"Order\"\"s\" o)";
        for (String condition : Set.of(naming, relying)) {
            assertThat(ask("uuid", condition, LINES, SessionState.TENANT, RowTenant.FOREIGN)
                            .canBeTrue())
                    .isFalse();
            assertThat(ask("uuid", condition, LINES, SessionState.TENANT, RowTenant.OWN)
                            .canBeTrue())
                    .isTrue();
        }
        assertThat(ask("uuid", listing, LINES, SessionState.TENANT, RowTenant.FOREIGN)
                        .canBeTrue())
                .isFalse();
        String grandchild = "EXISTS (SELECT 1 FROM app.lines l JOIN app.\"Order\"\"s\" o ON o.id = l.order_id "
                + "WHERE l.id = parts.line_id AND o.\"tenantId\" = app.tenant())";
        assertThat(ask("uuid", grandchild, PARTS, SessionState.TENANT, RowTenant.FOREIGN)
                        .canBeTrue())
                .isFalse();
        String chained = "EXISTS (SELECT 1 FROM app.lines l WHERE l.id = parts.line_id)";
        assertThat(ask("uuid", chained, PARTS, SessionState.TENANT, RowTenant.FOREIGN)
                        .canBeTrue())
                .isFalse();
    }

    @Test
    void aSubSelectThatIsNotTiedToTheRowIsolatesNothing() {
        String untied = "EXISTS (SELECT 1 FROM app.\"Order\"\"s\" o WHERE o.\"tenantId\" = app.tenant())";
        Answer answer = ask("uuid", untied, LINES, SessionState.TENANT, RowTenant.FOREIGN);
        assertThat(answer.canBeTrue()).isTrue();
    }
}
