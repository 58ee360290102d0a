package dev.partywall.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Evaluates one expression in one situation; see {@link Evaluation}. */
final class Evaluator {
    private static final int DEPTH = 8;

    private final Knowledge knowledge;
    private final Visibility visibility;
    private final SessionState session;
    private final List<Frame> frames;
    private final int depth;
    private final Equality equality;
    private final Casts casts;
    private final Operators operators;

    Evaluator(Knowledge knowledge, Visibility visibility, SessionState session, List<Frame> frames, int depth) {
        this.knowledge = knowledge;
        this.visibility = visibility;
        this.session = session;
        this.frames = List.copyOf(frames);
        this.depth = depth;
        this.equality = new Equality(knowledge);
        this.casts = new Casts(knowledge);
        this.operators = new Operators(knowledge, equality);
    }

    Knowledge knowledge() {
        return knowledge;
    }

    SessionState session() {
        return session;
    }

    Visibility visibility() {
        return visibility;
    }

    List<Frame> frames() {
        return frames;
    }

    Equality equality() {
        return equality;
    }

    Operators operators() {
        return operators;
    }

    /** The same situation with more rows in sight. */
    Evaluator within(List<Frame> more) {
        List<Frame> all = new ArrayList<>(frames);
        all.addAll(more);
        return new Evaluator(knowledge, visibility, session, all, depth + 1);
    }

    /** A policy of another relation, evaluated for one of its rows. */
    Evaluator about(Frame row) {
        return new Evaluator(knowledge, visibility, session, List.of(row), depth + 1);
    }

    boolean tooDeep() {
        return depth > DEPTH;
    }

    Values condition(Expression expression) {
        return evaluate(expression).truth();
    }

    Values evaluate(Expression expression) {
        return switch (expression) {
            case Expression.Constant constant -> constant(constant);
            case Expression.ColumnRef column -> new Columns(this).value(column);
            case Expression.Call call -> new Functions(this).call(call);
            case Expression.Opened opened -> opened(opened);
            case Expression.Argument argument -> evaluate(argument.value());
            case Expression.Cast cast -> evaluate(cast.operand()).map(value -> casts.cast(value, cast.type()));
            case Expression.Collate collate -> evaluate(collate.operand());
            case Expression.Unary unary -> evaluate(unary.operand()).map(Evaluator::blurred);
            case Expression.Binary binary -> binary(binary);
            case Expression.Not not -> Logic.not(condition(not.operand()));
            case Expression.And and -> Logic.and(conditions(and.operands()));
            case Expression.Or or -> Logic.or(conditions(or.operands()));
            case Expression.IsTest test -> isTest(test);
            case Expression.IsDistinct distinct -> distinct(distinct);
            case Expression.AnyAll any -> anyAll(any);
            case Expression.ArrayOf array -> array(array);
            case Expression.RowOf row -> row(row);
            case Expression.Case choice -> choice(choice);
            case Expression.Subscript subscript -> evaluate(subscript.operand()).map(Evaluator::element);
            case Expression.Field field -> evaluate(field.operand()).map(Evaluator::blurred);
            case Expression.SubSelect select -> new SubSelects(this).value(select.query());
            case Expression.Exists exists -> new SubSelects(this).exists(exists.query());
            case Expression.Guarded guarded -> guarded(guarded);
            case Expression.Raised raised -> Values.error(raised.sqlState());
            case Expression.Parameter parameter -> Values.anything(Cause.Kind.UNREAD, "$" + parameter.number());
            case Expression.Opaque opaque -> Values.anything(Cause.Kind.UNREAD, opaque.text());
        };
    }

    /** A column always equals itself, unless it is NULL. */
    private Values binary(Expression.Binary binary) {
        boolean itself = binary.operator().equals("=")
                && binary.left() instanceof Expression.ColumnRef
                && binary.left().equals(binary.right());
        Values left = evaluate(binary.left());
        return itself
                ? left.map(value -> Values.of(value.equals(Value.NULL) ? value : Value.Bool.TRUE))
                : operators.apply(binary.operator(), left, evaluate(binary.right()));
    }

    private List<Values> conditions(List<Expression> operands) {
        return operands.stream().map(this::condition).toList();
    }

    private static Values constant(Expression.Constant constant) {
        return switch (constant.kind()) {
            case STRING, NUMBER -> Values.of(new Value.Text(constant.text()));
            case TRUE -> Values.of(true);
            case FALSE -> Values.of(false);
            case NULL -> Values.of(Value.NULL);
        };
    }

    private static Values blurred(Value value) {
        return switch (value) {
            case Value.Null none -> Values.of(none);
            case Value.Id id -> Values.unread("an operator on " + (id.own() ? "the tenant" : "the row's tenant"));
            default -> Values.of(Value.UNKNOWN);
        };
    }

    private static Values element(Value value) {
        return value instanceof Value.Many many
                ? new Values(many.items(), Set.of(), Set.of()).or(Value.NULL)
                : Values.of(Value.NULL, Value.UNKNOWN);
    }

    /** A function's body sees all rows where it runs with its owner's rights. */
    private Values opened(Expression.Opened opened) {
        Visibility inside = opened.function().securityDefiner() ? Visibility.EVERYTHING : visibility;
        return new Evaluator(knowledge, inside, session, frames, depth + 1).evaluate(opened.body());
    }

    private Values isTest(Expression.IsTest test) {
        Values operand = evaluate(test.operand());
        Values result = switch (test.what()) {
            case NULL -> operand.map(value -> Values.of(value.equals(Value.NULL)));
            case TRUE -> operand.truth().map(value -> Values.of(value.equals(Value.Bool.TRUE)));
            default -> operand.truth().map(value -> Values.of(value.equals(Value.Bool.FALSE)));
        };
        return test.negated() ? Logic.not(result) : result;
    }

    private Values distinct(Expression.IsDistinct distinct) {
        Values same = evaluate(distinct.left()).pairs(evaluate(distinct.right()), this::same);
        return distinct.negated() ? same : Logic.not(same);
    }

    private Values same(Value a, Value b) {
        boolean someNull = a.equals(Value.NULL) || b.equals(Value.NULL);
        return someNull ? Values.of(a.equals(b)) : equality.of(a, b);
    }

    private Values anyAll(Expression.AnyAll any) {
        if (any.right() instanceof Expression.SubSelect select && any.operator().equals("=") && !any.all()) {
            return new SubSelects(this).contains(any.left(), select.query());
        }
        Values left = evaluate(any.left());
        Values right = evaluate(any.right());
        Values result = left.strict(right, (value, items) -> {
            if (!(items instanceof Value.Many many)) {
                return Values.EITHER.because(Cause.Kind.UNREAD, any.sql());
            }
            List<Values> tests = many.items().stream()
                    .map(item -> operators.apply(any.operator(), Values.of(value), Values.of(item)))
                    .toList();
            return any.all() ? Logic.and(tests) : Logic.or(tests);
        });
        return result;
    }

    private Values array(Expression.ArrayOf array) {
        Values items = Values.NOTHING;
        for (Expression item : array.items()) {
            items = items.or(evaluate(item));
        }
        return items.side().or(new Value.Many(items.values()));
    }

    private Values row(Expression.RowOf row) {
        Values items = Values.NOTHING;
        for (Expression item : row.items()) {
            items = items.or(evaluate(item));
        }
        return items.side().or(Value.UNKNOWN);
    }

    private Values choice(Expression.Case choice) {
        Values result = Values.NOTHING;
        for (Expression.Case.When when : choice.whens()) {
            Values condition = choice.operand() == null
                    ? condition(when.condition())
                    : operators.apply("=", evaluate(choice.operand()), evaluate(when.condition()));
            result = result.or(condition.side());
            if (condition.canBeTrue()) {
                result = result.or(evaluate(when.result()));
            }
            if (condition.values().equals(Set.of(Value.Bool.TRUE))
                    || condition.values().isEmpty()) {
                return result;
            }
        }
        return result.or(choice.otherwise() == null ? Values.of(Value.NULL) : evaluate(choice.otherwise()));
    }

    private Values guarded(Expression.Guarded guarded) {
        Values body = evaluate(guarded.body());
        Values calm = new Values(body.values(), Set.of(), body.causes());
        return body.errors().isEmpty() ? calm : calm.or(evaluate(guarded.onError()));
    }
}
