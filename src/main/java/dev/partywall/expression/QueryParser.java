package dev.partywall.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A plain SELECT: its list, FROM with joins, WHERE. Anything else is trouble, which the caller keeps as text. */
final class QueryParser {
    private static final Set<String> AFTER_SOURCE = Set.of(
            "where",
            "join",
            "inner",
            "left",
            "right",
            "full",
            "cross",
            "natural",
            "on",
            "using",
            "group",
            "order",
            "limit",
            "offset",
            "for",
            "union",
            "except",
            "intersect",
            "having",
            "lateral",
            "window",
            "fetch",
            "into");

    private final TokenStream tokens;
    private final ExpressionParser expressions;
    private final List<Query.Source> sources = new ArrayList<>();
    private final List<Expression> conditions = new ArrayList<>();

    QueryParser(TokenStream tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    Query select() {
        int mark = tokens.mark();
        tokens.expectWord("select");
        boolean grouped = tokens.accept("distinct");
        List<Expression> items = items();
        if (tokens.accept("from")) {
            from();
        }
        if (tokens.accept("where")) {
            conditions.add(expressions.expression());
        }
        grouped |= skipTail();
        return new Query.Select(items, sources, conditions, grouped, tokens.textSince(mark));
    }

    private List<Expression> items() {
        List<Expression> items = new ArrayList<>();
        do {
            items.add(item());
        } while (tokens.acceptSymbol(","));
        return items;
    }

    private Expression item() {
        if (tokens.acceptSymbol("*")) {
            return new Expression.ColumnRef(List.of("*"));
        }
        Expression item = expressions.expression();
        if (tokens.accept("as")) {
            tokens.name();
        }
        return item;
    }

    private void from() {
        do {
            joined();
        } while (tokens.acceptSymbol(","));
    }

    private void joined() {
        source();
        while (true) {
            boolean outer = tokens.atWord("left") || tokens.atWord("right") || tokens.atWord("full");
            tokens.accept("inner");
            tokens.accept("cross");
            if (outer) {
                tokens.next();
                tokens.accept("outer");
            }
            if (!tokens.accept("join")) {
                return;
            }
            source();
            joinCondition(outer);
        }
    }

    /** An outer join's condition need not hold for the rows returned, so it is read and left out. */
    private void joinCondition(boolean outer) {
        if (tokens.accept("on")) {
            Expression condition = expressions.expression();
            if (!outer) {
                conditions.add(condition);
            }
        } else if (tokens.atWord("using")) {
            throw new ParseTrouble("JOIN USING");
        }
    }

    private void source() {
        if (tokens.acceptSymbol("(")) {
            nestedSource();
            return;
        }
        tokens.accept("only");
        String name = tokens.name();
        String schema = null;
        if (tokens.acceptSymbol(".")) {
            schema = name;
            name = tokens.name();
        }
        boolean function = tokens.acceptSymbol("(");
        if (function) {
            tokens.skipToClosing();
        }
        String alias = alias(name);
        sources.add(new Query.Source(schema, function ? null : name, alias, null));
    }

    /** {@code (SELECT ...) alias}, or the parentheses PostgreSQL prints around joins. */
    private void nestedSource() {
        if (!tokens.atWord("select")) {
            joined();
            tokens.expect(")");
            return;
        }
        Query nested = new QueryParser(tokens, expressions).select();
        tokens.expect(")");
        sources.add(new Query.Source(null, null, alias(""), nested));
    }

    private String alias(String name) {
        boolean named = tokens.accept("as");
        if (named
                || tokens.peek().isName()
                        && !AFTER_SOURCE.contains(tokens.peek().text())) {
            String alias = tokens.name();
            if (tokens.acceptSymbol("(")) {
                tokens.skipToClosing();
            }
            return alias;
        }
        return name;
    }

    /** GROUP BY and what follows: it only drops or merges rows. Set operations are trouble. */
    private boolean skipTail() {
        boolean any = false;
        while (!tokens.at(")") && !tokens.at(";") && !tokens.atEnd()) {
            if (tokens.atWord("union") || tokens.atWord("except") || tokens.atWord("intersect")) {
                throw new ParseTrouble("a set operation");
            }
            if (tokens.acceptSymbol("(")) {
                tokens.skipToClosing();
            } else {
                tokens.next();
            }
            any = true;
        }
        return any;
    }
}
