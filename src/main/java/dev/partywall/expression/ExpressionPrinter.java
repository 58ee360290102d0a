package dev.partywall.expression;

import dev.partywall.catalog.Identifiers;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes an expression as SQL, with parentheses around every operand that is not a plain one. */
final class ExpressionPrinter {
    private static final Set<String> BARE_CALLS = Set.of("coalesce", "nullif", "greatest", "least");

    private ExpressionPrinter() {}

    static String print(Expression expression) {
        return switch (expression) {
            case Expression.Constant constant -> constant(constant);
            case Expression.ColumnRef column -> names(column.path());
            case Expression.Parameter parameter -> "$" + parameter.number();
            case Expression.Call call -> call(call);
            case Expression.Argument argument -> argument(argument);
            case Expression.Opened opened -> print(opened.call());
            case Expression.Cast cast ->
                operand(cast.operand()) + "::" + cast.type().sql();
            case Expression.Collate collate ->
                operand(collate.operand()) + " COLLATE " + Identifiers.quote(collate.collation());
            case Expression.Unary unary -> unary.operator() + " " + operand(unary.operand());
            case Expression.Binary binary -> binary(binary);
            case Expression.Not not -> "NOT " + operand(not.operand());
            case Expression.And and -> joined(and.operands(), " AND ");
            case Expression.Or or -> joined(or.operands(), " OR ");
            case Expression.IsTest test ->
                operand(test.operand()) + (test.negated() ? " IS NOT " : " IS ") + test.what();
            case Expression.IsDistinct distinct -> distinct(distinct);
            case Expression.AnyAll any -> anyAll(any);
            case Expression.ArrayOf array -> "ARRAY[" + list(array.items()) + "]";
            case Expression.RowOf row -> "ROW(" + list(row.items()) + ")";
            case Expression.Case choice -> choice(choice);
            case Expression.Subscript subscript -> operand(subscript.operand()) + "[" + subscript.subscript() + "]";
            case Expression.Field field -> "(" + print(field.operand()) + ")." + Identifiers.quote(field.name());
            case Expression.SubSelect select -> "(" + select.query().text() + ")";
            case Expression.Exists exists -> "EXISTS (" + exists.query().text() + ")";
            case Expression.Guarded guarded -> print(guarded.body());
            case Expression.Raised raised -> "NULL";
            case Expression.Opaque opaque -> opaque.text();
        };
    }

    private static String constant(Expression.Constant constant) {
        return constant.kind() == Expression.Constant.Kind.STRING
                ? Identifiers.literal(constant.text())
                : constant.text();
    }

    private static String names(List<String> path) {
        return path.stream()
                .map(name -> name.equals("*") ? "*" : Identifiers.quote(name))
                .collect(Collectors.joining("."));
    }

    private static String call(Expression.Call call) {
        if (call.written() != null) {
            return call.written();
        }
        String name = BARE_CALLS.contains(call.name())
                ? call.name().toUpperCase(java.util.Locale.ROOT)
                : Identifiers.quote(call.name());
        String schema = call.schema() == null ? "" : Identifiers.quote(call.schema()) + ".";
        return schema + name + "(" + list(call.arguments()) + ")";
    }

    private static String argument(Expression.Argument argument) {
        String name = argument.name() == null ? "" : Identifiers.quote(argument.name()) + " => ";
        return name + (argument.variadic() ? "VARIADIC " : "") + print(argument.value());
    }

    private static String binary(Expression.Binary binary) {
        String operator = switch (binary.operator()) {
            case "~~" -> "LIKE";
            case "~~*" -> "ILIKE";
            case "!~~" -> "NOT LIKE";
            case "!~~*" -> "NOT ILIKE";
            default -> binary.operator();
        };
        return operand(binary.left()) + " " + operator + " " + operand(binary.right());
    }

    /** An operator outside pg_catalog is kept with its schema: {@code public.=}. */
    private static String symbol(String operator) {
        int dot = operator.lastIndexOf('.');
        return dot < 0
                ? operator
                : "OPERATOR(" + Identifiers.quote(operator.substring(0, dot)) + operator.substring(dot) + ")";
    }

    private static String distinct(Expression.IsDistinct distinct) {
        String word = distinct.negated() ? " IS NOT DISTINCT FROM " : " IS DISTINCT FROM ";
        return operand(distinct.left()) + word + operand(distinct.right());
    }

    private static String anyAll(Expression.AnyAll any) {
        String right =
                any.right() instanceof Expression.SubSelect ? print(any.right()) : "(" + print(any.right()) + ")";
        return operand(any.left()) + " " + any.operator() + (any.all() ? " ALL " : " ANY ") + right;
    }

    private static String choice(Expression.Case choice) {
        StringBuilder text = new StringBuilder("CASE ");
        if (choice.operand() != null) {
            text.append(print(choice.operand())).append(' ');
        }
        for (Expression.Case.When when : choice.whens()) {
            text.append("WHEN ").append(print(when.condition())).append(" THEN ");
            text.append(print(when.result())).append(' ');
        }
        if (choice.otherwise() != null) {
            text.append("ELSE ").append(print(choice.otherwise())).append(' ');
        }
        return text.append("END").toString();
    }

    private static String joined(List<Expression> operands, String word) {
        return operands.stream().map(ExpressionPrinter::operand).collect(Collectors.joining(word));
    }

    private static String list(List<Expression> items) {
        return items.stream().map(ExpressionPrinter::print).collect(Collectors.joining(", "));
    }

    private static String operand(Expression expression) {
        return switch (expression) {
            case Expression.Constant c -> print(c);
            case Expression.ColumnRef c -> print(c);
            case Expression.Parameter p -> print(p);
            case Expression.Call c -> print(c);
            case Expression.Opened o -> print(o);
            case Expression.Cast c -> print(c);
            case Expression.ArrayOf a -> print(a);
            case Expression.RowOf r -> print(r);
            case Expression.Subscript s -> print(s);
            case Expression.SubSelect s -> print(s);
            case Expression.Exists e -> print(e);
            default -> "(" + print(expression) + ")";
        };
    }
}
