package dev.partywall.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The expressions an expression is directly made of. */
final class Parts {
    private Parts() {}

    static List<Expression> of(Expression expression) {
        return switch (expression) {
            case Expression.Call call -> call.arguments();
            case Expression.Argument argument -> List.of(argument.value());
            case Expression.Opened opened -> List.of(opened.body());
            case Expression.Cast cast -> List.of(cast.operand());
            case Expression.Collate collate -> List.of(collate.operand());
            case Expression.Unary unary -> List.of(unary.operand());
            case Expression.Binary binary -> List.of(binary.left(), binary.right());
            case Expression.Not not -> List.of(not.operand());
            case Expression.And and -> and.operands();
            case Expression.Or or -> or.operands();
            case Expression.IsTest test -> List.of(test.operand());
            case Expression.IsDistinct distinct -> List.of(distinct.left(), distinct.right());
            case Expression.AnyAll any -> List.of(any.left(), any.right());
            case Expression.ArrayOf array -> array.items();
            case Expression.RowOf row -> row.items();
            case Expression.Case choice -> ofCase(choice);
            case Expression.Subscript subscript -> List.of(subscript.operand());
            case Expression.Field field -> List.of(field.operand());
            case Expression.SubSelect select -> ofQuery(select.query());
            case Expression.Exists exists -> ofQuery(exists.query());
            case Expression.Guarded guarded -> List.of(guarded.body(), guarded.onError());
            case Expression.Constant c -> List.of();
            case Expression.ColumnRef c -> List.of();
            case Expression.Parameter p -> List.of();
            case Expression.Raised r -> List.of();
            case Expression.Opaque o -> List.of();
        };
    }

    private static List<Expression> ofCase(Expression.Case choice) {
        List<Expression> parts = new ArrayList<>();
        Stream.ofNullable(choice.operand()).forEach(parts::add);
        choice.whens().forEach(when -> parts.addAll(List.of(when.condition(), when.result())));
        Stream.ofNullable(choice.otherwise()).forEach(parts::add);
        return parts;
    }

    static List<Expression> ofQuery(Query query) {
        return switch (query) {
            case Query.Raw raw -> List.of(new Expression.Opaque(raw.text()));
            case Query.Select select -> {
                List<Expression> parts = new ArrayList<>(select.items());
                parts.addAll(select.conditions());
                select.sources().stream()
                        .flatMap(source -> Stream.ofNullable(source.nested()))
                        .forEach(nested -> parts.addAll(ofQuery(nested)));
                yield parts;
            }
        };
    }
}
