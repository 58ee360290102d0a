package dev.partywall.expression;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts a condition into words that one can follow without knowing SQL. What has no words is left as SQL. */
final class Wording {
    private Wording() {}

    /** To be read after "rows pass where". */
    static String of(Expression condition) {
        return switch (condition) {
            case Expression.And and -> joined(and.operands(), " and ");
            case Expression.Or or -> joined(or.operands(), ", or ");
            case Expression.Not not -> "it is not so that " + of(not.operand());
            case Expression.Constant constant -> constant(constant);
            case Expression.Binary binary -> binary(binary);
            case Expression.IsTest test -> value(test.operand()) + test(test);
            case Expression.IsDistinct distinct ->
                value(distinct.left()) + (distinct.negated() ? " is the same as " : " differs from ")
                        + value(distinct.right()) + ", NULL counting as a value";
            case Expression.AnyAll any -> anyAll(any);
            case Expression.Exists exists -> "there is " + row(exists.query());
            case Expression.Opened opened -> of(opened.body());
            case Expression.ColumnRef column -> column.name() + " is true";
            default -> condition.sql();
        };
    }

    private static String joined(List<Expression> operands, String word) {
        return operands.stream()
                .map(operand -> operand instanceof Expression.Or || operand instanceof Expression.And
                        ? "(" + of(operand) + ")"
                        : of(operand))
                .collect(Collectors.joining(word));
    }

    private static String constant(Expression.Constant constant) {
        return switch (constant.kind()) {
            case TRUE -> "nothing is asked, so always";
            case FALSE, NULL -> "never";
            default -> constant.text();
        };
    }

    private static String binary(Expression.Binary binary) {
        String operator = switch (binary.operator()) {
            case "=" -> " equals ";
            case "<>" -> " differs from ";
            case "~~" -> " matches the pattern ";
            case "<" -> " is less than ";
            case ">" -> " is more than ";
            case "<=" -> " is at most ";
            case ">=" -> " is at least ";
            default -> " " + binary.operator() + " ";
        };
        return value(binary.left()) + operator + value(binary.right());
    }

    private static String test(Expression.IsTest test) {
        return switch (test.what()) {
            case NULL -> test.negated() ? " has a value" : " has no value";
            case TRUE -> test.negated() ? " is not true" : " is true";
            default -> test.negated() ? " is not false" : " is false";
        };
    }

    private static String anyAll(Expression.AnyAll any) {
        String right = any.right() instanceof Expression.SubSelect select
                ? "those that are found as " + row(select.query())
                : value(any.right());
        boolean among = any.operator().equals("=") && !any.all();
        return value(any.left())
                + (among ? " is one of " : " " + any.operator() + (any.all() ? " all of " : " one of "))
                + right;
    }

    private static String row(Query query) {
        if (!(query instanceof Query.Select select) || select.sources().isEmpty()) {
            return query.text();
        }
        String tables = select.sources().stream()
                .map(source -> source.name() == null ? "(" + source.alias() + ")" : source.name())
                .collect(Collectors.joining(" and "));
        return select.conditions().isEmpty()
                ? "a row in " + tables
                : "a row in " + tables + " where " + joined(select.conditions(), " and ");
    }

    /** A value: a column, a setting and what is done to it. */
    static String value(Expression expression) {
        return switch (expression) {
            case Expression.ColumnRef column -> column.name();
            case Expression.Constant constant -> constant.sql();
            case Expression.Opened opened -> value(opened.body());
            case Expression.Cast cast -> cast(cast);
            case Expression.Call call -> call(call);
            case Expression.SubSelect select -> subSelect(select);
            case Expression.Binary binary -> claim(binary).orElseGet(binary::sql);
            case Expression.Case choice -> choice.sql();
            case Expression.Guarded guarded -> value(guarded.body()) + ", or on an error " + value(guarded.onError());
            default -> expression.sql();
        };
    }

    private static String subSelect(Expression.SubSelect select) {
        boolean plain = select.query() instanceof Query.Select query
                && query.sources().isEmpty()
                && query.items().size() == 1;
        return plain
                ? value(((Query.Select) select.query()).items().getFirst())
                : "what is selected from " + row(select.query());
    }

    /** Casts to text are how PostgreSQL writes literals; they say nothing. */
    private static String cast(Expression.Cast cast) {
        boolean silent = cast.type().equals(TypeName.of("text"))
                || cast.operand() instanceof Expression.Constant
                || cast.type().name().startsWith("json");
        return value(cast.operand()) + (silent ? "" : " (as " + cast.type().sql() + ")");
    }

    private static String call(Expression.Call call) {
        List<Expression> arguments = call.arguments();
        if (call.name().equals("current_setting") && !arguments.isEmpty()) {
            String name = arguments.getFirst() instanceof Expression.Cast cast
                    ? value(cast.operand())
                    : value(arguments.getFirst());
            return "the setting " + name.replace("'", "");
        }
        if (call.name().equals("nullif")
                && arguments.size() == 2
                && value(arguments.get(1)).equals("''")) {
            return value(arguments.getFirst()) + " (empty counts as none)";
        }
        return switch (call.name()) {
            case "current_user", "session_user", "current_role", "user" -> "the role that is logged in";
            case "lower" -> value(arguments.getFirst()) + " in lower case";
            case "upper" -> value(arguments.getFirst()) + " in upper case";
            default -> call.sql();
        };
    }

    private static Optional<String> claim(Expression.Binary binary) {
        return binary.operator().equals("->>") || binary.operator().equals("->")
                ? Optional.of("the claim " + value(binary.right()).replace("'", "") + " of " + value(binary.left()))
                : Optional.empty();
    }
}
