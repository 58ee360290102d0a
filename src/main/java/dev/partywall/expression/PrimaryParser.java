package dev.partywall.expression;

import dev.partywall.expression.Expression.Constant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What operators connect: literals, columns, calls, CASE, arrays, rows, sub-selects, and their suffixes. */
final class PrimaryParser {
    /** Words that are values or calls without parentheses (PostgreSQL 18, section 9.9.5 and 9.27). */
    private static final Set<String> VALUES_WITHOUT_PARENTHESES = Set.of(
            "current_user",
            "session_user",
            "current_role",
            "user",
            "system_user",
            "current_catalog",
            "current_schema",
            "current_date",
            "current_time",
            "current_timestamp",
            "localtime",
            "localtimestamp");

    private static final Set<String> NOT_OPERANDS = Set.of(
            "and", "or", "not", "then", "when", "else", "end", "from", "where", "is", "in", "like", "as", "on", "order",
            "group", "having", "limit", "union", "using", "select", "with", "for");

    private final TokenStream tokens;
    private final ExpressionParser expressions;

    PrimaryParser(TokenStream tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    Expression withSuffixes() {
        Expression operand = primary();
        while (true) {
            Expression longer = suffix(operand);
            if (longer == null) {
                return operand;
            }
            operand = longer;
        }
    }

    private @Nullable Expression suffix(Expression operand) {
        if (tokens.acceptSymbol("::")) {
            return new Expression.Cast(operand, type());
        }
        if (tokens.acceptSymbol("[")) {
            return subscript(operand);
        }
        if (tokens.at(".") && !(operand instanceof Expression.ColumnRef)) {
            tokens.next();
            return new Expression.Field(operand, tokens.acceptSymbol("*") ? "*" : tokens.name());
        }
        if (tokens.accept("collate")) {
            return new Expression.Collate(operand, String.join(".", names()));
        }
        if (tokens.accept("at", "time", "zone")) {
            return new Expression.Call(null, "timezone", List.of(withSuffixes(), operand), null);
        }
        return null;
    }

    private Expression subscript(Expression operand) {
        int mark = tokens.mark();
        while (!tokens.at("]")) {
            if (tokens.atEnd()) {
                throw new ParseTrouble("a subscript is never closed");
            }
            tokens.next();
        }
        String text = tokens.textSince(mark);
        tokens.next();
        return new Expression.Subscript(operand, text);
    }

    private Expression primary() {
        Token token = tokens.peek();
        return switch (token.kind()) {
            case STRING -> constant(Constant.Kind.STRING);
            case NUMBER -> constant(Constant.Kind.NUMBER);
            case PARAMETER ->
                new Expression.Parameter(Integer.parseInt(tokens.next().text()));
            case WORD -> word(token);
            case QUOTED_NAME -> nameOrCall();
            case PUNCTUATION -> {
                if (!token.is("(")) {
                    throw new ParseTrouble("an operand expected, not " + token.text());
                }
                yield parenthesised();
            }
            case OPERATOR, END -> throw new ParseTrouble("an operand expected");
        };
    }

    private Expression constant(Constant.Kind kind) {
        return new Constant(kind, tokens.next().text());
    }

    private Expression word(Token token) {
        boolean opens = tokens.peek(1).is("(");
        return switch (token.text()) {
            case "true" -> taken(Constant.TRUE);
            case "false" -> taken(Constant.FALSE);
            case "null" -> taken(Constant.NULL);
            case "case" -> choice();
            case "exists" -> opens ? exists() : nameOrCall();
            case "array" -> array();
            case "row" -> opens ? row() : nameOrCall();
            case "cast" -> opens ? cast() : nameOrCall();
            default -> otherWord(token, opens);
        };
    }

    private Expression otherWord(Token token, boolean opens) {
        if (VALUES_WITHOUT_PARENTHESES.contains(token.text()) && !opens) {
            tokens.next();
            return new Expression.Call(
                    null, token.text(), List.of(), token.text().toUpperCase(java.util.Locale.ROOT));
        }
        if (tokens.peek(1).kind() == Token.Kind.STRING) {
            TypeName type = type();
            return new Expression.Cast(constant(Constant.Kind.STRING), type);
        }
        if (NOT_OPERANDS.contains(token.text()) && !opens) {
            throw new ParseTrouble("an operand expected, not " + token.text());
        }
        return nameOrCall();
    }

    private Expression taken(Constant constant) {
        tokens.next();
        return constant;
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(List.of(tokens.name()));
        while (tokens.at(".") && (tokens.peek(1).isName() || tokens.peek(1).is("*"))) {
            tokens.next();
            names.add(tokens.acceptSymbol("*") ? "*" : tokens.name());
        }
        return names;
    }

    private Expression nameOrCall() {
        int mark = tokens.mark();
        List<String> names = names();
        return tokens.at("(") ? call(names, mark) : new Expression.ColumnRef(names);
    }

    private Expression call(List<String> names, int mark) {
        tokens.expect("(");
        String schema = names.size() > 1 ? names.get(names.size() - 2) : null;
        int inside = tokens.mark();
        Expression.Call call;
        try {
            call = new Expression.Call(schema, names.getLast(), turned(names.getLast(), arguments()), null);
        } catch (ParseTrouble unreadable) {
            tokens.reset(inside);
            tokens.skipToClosing();
            return new Expression.Opaque(tokens.textSince(mark));
        }
        if (tokens.atWord("over") || tokens.atWord("filter") || tokens.atWord("within")) {
            throw new ParseTrouble("an aggregate");
        }
        return call;
    }

    /** Up to and with the closing parenthesis. The words of EXTRACT, SUBSTRING, TRIM and so on separate arguments too. */
    private List<Expression> arguments() {
        List<Expression> arguments = new ArrayList<>();
        tokens.accept("distinct");
        if (tokens.acceptSymbol("*")) {
            tokens.expect(")");
            return List.of();
        }
        while (!tokens.acceptSymbol(")")) {
            skipArgumentWords();
            arguments.add(argument());
            boolean more = tokens.acceptSymbol(",") || skipArgumentWords();
            if (!more && !tokens.at(")")) {
                throw new ParseTrouble("a comma or parenthesis expected");
            }
        }
        return arguments;
    }

    /** POSITION(part IN whole) as it would be with a comma. */
    private static List<Expression> turned(String name, List<Expression> arguments) {
        return name.equals("position")
                        && arguments.size() == 1
                        && arguments.getFirst() instanceof Expression.AnyAll any
                        && any.right() instanceof Expression.ArrayOf whole
                ? List.of(any.left(), whole.items().getFirst())
                : arguments;
    }

    private boolean skipArgumentWords() {
        int mark = tokens.mark();
        while (List.of("from", "for", "placing", "both", "leading", "trailing").stream()
                .anyMatch(tokens::accept)) {
            continue;
        }
        return tokens.mark() != mark;
    }

    private Expression argument() {
        if (tokens.accept("variadic")) {
            return new Expression.Argument(null, true, expressions.expression());
        }
        if (tokens.peek().isName() && (tokens.peek(1).is("=>") || tokens.peek(1).is(":="))) {
            String name = tokens.name();
            tokens.next();
            return new Expression.Argument(name, false, expressions.expression());
        }
        return expressions.expression();
    }

    /** A sub-select, a row or an expression in parentheses; opaque when its inside is not understood. */
    Expression parenthesised() {
        tokens.expect("(");
        int inside = tokens.mark();
        try {
            if (atQuery()) {
                return new Expression.SubSelect(queryToClosing());
            }
            List<Expression> items = itemsTo(")");
            return items.size() == 1 ? items.getFirst() : new Expression.RowOf(items);
        } catch (ParseTrouble unreadable) {
            tokens.reset(inside);
            return new Expression.Opaque(tokens.skipToClosing());
        }
    }

    /** After IN: a sub-select, or the items as an array. */
    Expression listOrSubSelect() {
        Expression list = parenthesised();
        return switch (list) {
            case Expression.SubSelect select -> select;
            case Expression.RowOf row -> new Expression.ArrayOf(row.items());
            default -> new Expression.ArrayOf(List.of(list));
        };
    }

    private boolean atQuery() {
        return tokens.atWord("select") || tokens.atWord("with") || tokens.atWord("values");
    }

    private Query queryToClosing() {
        int mark = tokens.mark();
        try {
            Query query = new QueryParser(tokens, expressions).select();
            tokens.expect(")");
            return query;
        } catch (ParseTrouble unreadable) {
            tokens.reset(mark);
            return new Query.Raw(tokens.skipToClosing());
        }
    }

    private Expression exists() {
        tokens.next();
        tokens.expect("(");
        return new Expression.Exists(queryToClosing());
    }

    private Expression row() {
        tokens.next();
        tokens.expect("(");
        return new Expression.RowOf(itemsTo(")"));
    }

    private Expression array() {
        tokens.next();
        if (tokens.acceptSymbol("[")) {
            return new Expression.ArrayOf(itemsTo("]"));
        }
        return parenthesised();
    }

    private List<Expression> itemsTo(String closing) {
        List<Expression> items = new ArrayList<>();
        while (!tokens.acceptSymbol(closing)) {
            items.add(tokens.at("[") ? innerArray() : expressions.expression());
            if (!tokens.acceptSymbol(",") && !tokens.at(closing)) {
                throw new ParseTrouble(closing + " expected");
            }
        }
        return items;
    }

    private Expression innerArray() {
        tokens.expect("[");
        return new Expression.ArrayOf(itemsTo("]"));
    }

    private Expression cast() {
        tokens.next();
        tokens.expect("(");
        Expression operand = expressions.expression();
        tokens.expectWord("as");
        TypeName type = type();
        tokens.expect(")");
        return new Expression.Cast(operand, type);
    }

    private Expression choice() {
        tokens.next();
        Expression operand = tokens.atWord("when") ? null : expressions.expression();
        List<Expression.Case.When> whens = new ArrayList<>();
        while (tokens.accept("when")) {
            Expression condition = expressions.expression();
            tokens.expectWord("then");
            whens.add(new Expression.Case.When(condition, expressions.expression()));
        }
        Expression otherwise = tokens.accept("else") ? expressions.expression() : null;
        tokens.expectWord("end");
        return new Expression.Case(operand, whens, otherwise);
    }

    TypeName type() {
        return new TypeParser(tokens).type();
    }
}
