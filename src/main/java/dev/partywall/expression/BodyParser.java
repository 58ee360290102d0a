package dev.partywall.expression;

import dev.partywall.catalog.Function;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the body of a simple function as the one expression it returns. */
final class BodyParser {
    private BodyParser() {}

    /** Empty when the body is not that simple, is not SQL or PL/pgSQL, or cannot be read. */
    static Optional<Expression> parse(Function function) {
        String body = function.body();
        if (body == null || function.kind() != Function.Kind.FUNCTION) {
            return Optional.empty();
        }
        try {
            return switch (function.language()) {
                case "sql" -> Optional.of(sql(new TokenStream(body)));
                case "plpgsql" -> Optional.of(new PlpgsqlParser(body, returnType(function)).result());
                default -> Optional.empty();
            };
        } catch (ParseTrouble unreadable) {
            return Optional.empty();
        }
    }

    private static @Nullable TypeName returnType(Function function) {
        String type = function.returns();
        boolean set = type == null || type.startsWith("SETOF ") || type.startsWith("TABLE(") || type.equals("record");
        return type == null || set ? null : new TypeParser(new TokenStream(type)).type();
    }

    private static Expression sql(TokenStream tokens) {
        boolean atomic = tokens.accept("begin", "atomic");
        ExpressionParser expressions = new ExpressionParser(tokens);
        Expression result = tokens.accept("return")
                ? expressions.expression()
                : asExpression(new QueryParser(tokens, expressions).select());
        tokens.acceptSymbol(";");
        if (atomic) {
            tokens.expectWord("end");
            tokens.acceptSymbol(";");
        }
        if (!tokens.atEnd()) {
            throw new ParseTrouble("more than one statement");
        }
        return result;
    }

    /** A SELECT without FROM is the expression it selects. */
    static Expression asExpression(Query query) {
        boolean plain = query instanceof Query.Select select
                && select.sources().isEmpty()
                && select.conditions().isEmpty()
                && select.items().size() == 1;
        return plain ? ((Query.Select) query).items().getFirst() : new Expression.SubSelect(query);
    }
}
