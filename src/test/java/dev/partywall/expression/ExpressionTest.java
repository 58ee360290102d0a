package dev.partywall.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.expression.Expression.And;
import dev.partywall.expression.Expression.AnyAll;
import dev.partywall.expression.Expression.Binary;
import dev.partywall.expression.Expression.Call;
import dev.partywall.expression.Expression.Cast;
import dev.partywall.expression.Expression.Exists;
import dev.partywall.expression.Expression.Opaque;
import dev.partywall.expression.Expression.Or;
import dev.partywall.expression.Expression.SubSelect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "tenant_id = NULLIF(current_setting('app.current_tenant'::text, true), ''::text)::uuid",
                "(NOT archived) OR (visibility = 'team'::text)",
                "\"left\"(org_id, 8) = 'a''b'::character varying(8)",
                "\"tenantId\" = ANY (ARRAY[1, 2, 3])",
                "(\"Odd \"\"name\"\"\" ->> 'org id'::text) = CURRENT_USER::text",
                "a IS NOT DISTINCT FROM b",
                "(a IS NULL) AND (b IS NOT TRUE)",
                "CASE WHEN a THEN 1 ELSE 2 END = 1",
                "app.current_tenant(p => 1, VARIADIC ARRAY[2]) = x",
                "ts < '2020-01-01 00:00:00+00'::timestamp with time zone",
                "tags[1] = 'x'::text",
                "(a + (b * c)) > (- d)",
                "name COLLATE \"C\" = 'x'::text",
                "x = '{}'::uuid[]",
                "(a @> b) AND (c <-> d)"
            })
    void printsWhatItReadAndReadsItAgain(String sql) {
        Expression expression = Expression.parse(sql);
        assertThat(expression).isNotInstanceOf(Opaque.class);
        assertThat(Expression.parse(expression.sql())).isEqualTo(expression);
    }

    @Test
    void bindsAndTighterThanOr() {
        Expression expression = Expression.parse("a = 1 AND NOT b OR c LIKE 'x%'");
        assertThat(expression).isInstanceOfSatisfying(Or.class, or -> {
            assertThat(or.operands()).hasSize(2);
            assertThat(or.operands().getFirst()).isInstanceOf(And.class);
            assertThat(or.operands().getLast())
                    .isInstanceOfSatisfying(
                            Binary.class, like -> assertThat(like.operator()).isEqualTo("~~"));
        });
    }

    @Test
    void readsCastsInnermostFirst() {
        Expression expression = Expression.parse("((NULLIF(x, ''::text))::character varying(8))::text");
        assertThat(expression).isInstanceOfSatisfying(Cast.class, outer -> {
            assertThat(outer.type()).isEqualTo(TypeName.of("text"));
            assertThat(((Cast) outer.operand()).type().modifiers()).containsExactly("8");
        });
    }

    @Test
    void readsSubSelectsDownToTheirConditions() {
        Expression expression = Expression.parse("""
                (EXISTS ( SELECT 1
                   FROM (app.orders o JOIN "Odd Schema"."Order""s" x ON ((x.id = o.id)))
                  WHERE ((o.id = order_lines.order_id) AND (o.tenant_id = current_setting('a.b'::text)::uuid))))
                """);
        Query.Select query = (Query.Select) ((Exists) expression).query();
        assertThat(query.sources())
                .extracting(Query.Source::schema, Query.Source::name, Query.Source::alias)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("app", "orders", "o"),
                        org.assertj.core.groups.Tuple.tuple("Odd Schema", "Order\"s", "x"));
        assertThat(query.conditions()).hasSize(2);
    }

    @Test
    void readsInAsEqualToAny() {
        Expression expression = Expression.parse("org_id IN ( SELECT m.org_id FROM memberships m WHERE m.user_id = 1)");
        assertThat(expression)
                .isInstanceOfSatisfying(
                        AnyAll.class, any -> assertThat(any.right()).isInstanceOf(SubSelect.class));
    }

    @Test
    void findsCallsInsideEverything() {
        Expression expression = Expression.parse(
                "CASE WHEN a THEN (SELECT f(g(1)) AS f) ELSE (ARRAY[h(2)])[1] END = extract(year FROM k(3))");
        assertThat(expression.walk().filter(Call.class::isInstance).map(call -> ((Call) call).name()))
                .containsExactlyInAnyOrder("f", "g", "h", "extract", "k");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "(", "a =", "'open", "a ) b", "SELECT", "\u0000", "$", "a OPERATOR(", "x::", "[1"})
    void keepsWhatItCannotReadAsText(String sql) {
        assertThat(Expression.parse(sql)).isEqualTo(new Opaque(sql));
    }

    @Test
    void keepsOnlyTheUnreadablePartAsText() {
        Expression expression = Expression.parse("a = 1 AND (x IS JSON OBJECT)");
        assertThat(((And) expression).operands().getLast()).isEqualTo(new Opaque("x IS JSON OBJECT"));
    }
}
