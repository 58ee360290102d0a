package dev.partywall.expression;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Rebuilds an expression with its parts replaced, from the inside out. */
final class Rewriting {
    private final UnaryOperator<Expression> replacement;

    private Rewriting(UnaryOperator<Expression> replacement) {
        this.replacement = replacement;
    }

    static Expression of(Expression expression, UnaryOperator<Expression> replacement) {
        return new Rewriting(replacement).rewrite(expression);
    }

    private Expression rewrite(Expression expression) {
        return replacement.apply(withNewParts(expression));
    }

    private Expression withNewParts(Expression expression) {
        return switch (expression) {
            case Expression.Call c -> new Expression.Call(c.schema(), c.name(), all(c.arguments()), c.written());
            case Expression.Argument a -> new Expression.Argument(a.name(), a.variadic(), rewrite(a.value()));
            case Expression.Opened o -> new Expression.Opened(o.call(), o.function(), rewrite(o.body()));
            case Expression.Cast c -> new Expression.Cast(rewrite(c.operand()), c.type());
            case Expression.Collate c -> new Expression.Collate(rewrite(c.operand()), c.collation());
            case Expression.Unary u -> new Expression.Unary(u.operator(), rewrite(u.operand()));
            case Expression.Binary b -> new Expression.Binary(b.operator(), rewrite(b.left()), rewrite(b.right()));
            case Expression.Not n -> new Expression.Not(rewrite(n.operand()));
            case Expression.And a -> new Expression.And(all(a.operands()));
            case Expression.Or o -> new Expression.Or(all(o.operands()));
            case Expression.IsTest t -> new Expression.IsTest(rewrite(t.operand()), t.what(), t.negated());
            case Expression.IsDistinct d ->
                new Expression.IsDistinct(rewrite(d.left()), rewrite(d.right()), d.negated());
            case Expression.AnyAll a ->
                new Expression.AnyAll(a.operator(), rewrite(a.left()), rewrite(a.right()), a.all());
            case Expression.ArrayOf a -> new Expression.ArrayOf(all(a.items()));
            case Expression.RowOf r -> new Expression.RowOf(all(r.items()));
            case Expression.Case c -> choice(c);
            case Expression.Subscript s -> new Expression.Subscript(rewrite(s.operand()), s.subscript());
            case Expression.Field f -> new Expression.Field(rewrite(f.operand()), f.name());
            case Expression.SubSelect s -> new Expression.SubSelect(query(s.query()));
            case Expression.Exists e -> new Expression.Exists(query(e.query()));
            case Expression.Guarded g -> new Expression.Guarded(rewrite(g.body()), rewrite(g.onError()));
            case Expression.Constant c -> c;
            case Expression.ColumnRef c -> c;
            case Expression.Parameter p -> p;
            case Expression.Raised r -> r;
            case Expression.Opaque o -> o;
        };
    }

    private List<Expression> all(List<Expression> expressions) {
        return expressions.stream().map(this::rewrite).toList();
    }

    private @Nullable Expression optional(@Nullable Expression expression) {
        return expression == null ? null : rewrite(expression);
    }

    private Expression choice(Expression.Case choice) {
        List<Expression.Case.When> whens = choice.whens().stream()
                .map(when -> new Expression.Case.When(rewrite(when.condition()), rewrite(when.result())))
                .toList();
        return new Expression.Case(optional(choice.operand()), whens, optional(choice.otherwise()));
    }

    private Query query(Query query) {
        return switch (query) {
            case Query.Raw raw -> raw;
            case Query.Select s ->
                new Query.Select(
                        all(s.items()),
                        s.sources().stream().map(this::source).toList(),
                        all(s.conditions()),
                        s.grouped(),
                        s.text());
        };
    }

    private Query.Source source(Query.Source source) {
        Query nested = source.nested() == null ? null : query(source.nested());
        return new Query.Source(source.schema(), source.name(), source.alias(), nested);
    }
}
