package dev.partywall.expression;

import dev.partywall.expression.Expression.Constant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Operators and their precedence (PostgreSQL 18, section 4.1.6); what they connect is {@link PrimaryParser}'s. */
final class ExpressionParser {
    private static final Set<String> COMPARISONS = Set.of("=", "<", ">", "<=", ">=", "<>", "!=");
    private static final int COMPARISON = 5;
    private static final int OTHER = 7;

    private final TokenStream tokens;
    private final PrimaryParser primaries;

    ExpressionParser(TokenStream tokens) {
        this.tokens = tokens;
        this.primaries = new PrimaryParser(tokens, this);
    }

    static Expression parse(String sql) {
        try {
            TokenStream tokens = new TokenStream(sql);
            Expression expression = new ExpressionParser(tokens).expression();
            return tokens.atEnd() ? expression : new Expression.Opaque(sql);
        } catch (ParseTrouble unreadable) {
            return new Expression.Opaque(sql);
        }
    }

    PrimaryParser primaries() {
        return primaries;
    }

    Expression expression() {
        List<Expression> operands = new ArrayList<>(List.of(conjunction()));
        while (tokens.accept("or")) {
            operands.add(conjunction());
        }
        return operands.size() == 1 ? operands.getFirst() : new Expression.Or(operands);
    }

    private Expression conjunction() {
        List<Expression> operands = new ArrayList<>(List.of(negation()));
        while (tokens.accept("and")) {
            operands.add(negation());
        }
        return operands.size() == 1 ? operands.getFirst() : new Expression.And(operands);
    }

    private Expression negation() {
        return tokens.accept("not") ? new Expression.Not(negation()) : test();
    }

    private Expression test() {
        Expression left = comparison();
        while (true) {
            if (tokens.accept("is")) {
                left = isTest(left, tokens.accept("not"));
            } else if (tokens.accept("isnull")) {
                left = new Expression.IsTest(left, Constant.Kind.NULL, false);
            } else if (tokens.accept("notnull")) {
                left = new Expression.IsTest(left, Constant.Kind.NULL, true);
            } else {
                return left;
            }
        }
    }

    private Expression isTest(Expression operand, boolean negated) {
        if (tokens.accept("distinct", "from")) {
            return new Expression.IsDistinct(operand, comparison(), negated);
        }
        return new Expression.IsTest(
                operand,
                switch (tokens.next().text()) {
                    case "null", "unknown" -> Constant.Kind.NULL;
                    case "true" -> Constant.Kind.TRUE;
                    case "false" -> Constant.Kind.FALSE;
                    default -> throw new ParseTrouble("IS what?");
                },
                negated);
    }

    private Expression comparison() {
        Expression left = pattern();
        while (tokens.peek().kind() == Token.Kind.OPERATOR
                && COMPARISONS.contains(tokens.peek().text())) {
            String operator = tokens.next().text();
            left = anyOr(operator.equals("!=") ? "<>" : operator, left, COMPARISON);
        }
        return left;
    }

    /** The right side of an operator: {@code ANY (...)}, {@code ALL (...)}, or an operand. */
    private Expression anyOr(String operator, Expression left, int precedence) {
        boolean all = tokens.atWord("all");
        if ((all || tokens.atWord("any") || tokens.atWord("some"))
                && tokens.peek(1).is("(")) {
            tokens.next();
            return new Expression.AnyAll(operator, left, primaries.parenthesised(), all);
        }
        return new Expression.Binary(operator, left, precedence == COMPARISON ? pattern() : arithmetic(OTHER + 1));
    }

    /** LIKE, ILIKE, SIMILAR TO, IN and BETWEEN. */
    private Expression pattern() {
        Expression left = arithmetic(OTHER);
        while (true) {
            int mark = tokens.mark();
            boolean negated = tokens.accept("not");
            Expression found = patternAfter(left, negated);
            if (found == null) {
                tokens.reset(mark);
                return left;
            }
            left = found;
        }
    }

    private @Nullable Expression patternAfter(Expression left, boolean negated) {
        if (tokens.accept("like")) {
            return new Expression.Binary(negated ? "!~~" : "~~", left, arithmetic(OTHER));
        }
        if (tokens.accept("ilike")) {
            return new Expression.Binary(negated ? "!~~*" : "~~*", left, arithmetic(OTHER));
        }
        if (tokens.accept("in")) {
            Expression in = new Expression.AnyAll("=", left, primaries.listOrSubSelect(), false);
            return negated ? new Expression.Not(in) : in;
        }
        if (tokens.accept("between")) {
            Expression between = between(left);
            return negated ? new Expression.Not(between) : between;
        }
        return null;
    }

    private Expression between(Expression operand) {
        tokens.accept("symmetric");
        Expression low = arithmetic(OTHER);
        tokens.expectWord("and");
        Expression high = arithmetic(OTHER);
        return new Expression.And(
                List.of(new Expression.Binary(">=", operand, low), new Expression.Binary("<=", operand, high)));
    }

    /** Everything that binds tighter than LIKE: other operators, then + and -, then * / %, then ^. */
    private Expression arithmetic(int least) {
        Expression left = unary();
        while (true) {
            String operator = operatorHere();
            int precedence = operator == null ? -1 : precedence(operator);
            if (operator == null || precedence < least) {
                return left;
            }
            skipOperator();
            left = precedence == OTHER
                    ? anyOr(operator, left, OTHER)
                    : new Expression.Binary(operator, left, arithmetic(precedence + 1));
        }
    }

    private @Nullable String operatorHere() {
        if (tokens.atWord("operator") && tokens.peek(1).is("(")) {
            return operatorName();
        }
        Token token = tokens.peek();
        boolean operator = token.kind() == Token.Kind.OPERATOR && !COMPARISONS.contains(token.text());
        return operator ? token.text() : null;
    }

    /** {@code OPERATOR(schema.=)}, looked at without taking it: the symbol, with its schema unless that is pg_catalog. */
    private String operatorName() {
        int mark = tokens.mark();
        tokens.next();
        tokens.expect("(");
        StringBuilder name = new StringBuilder();
        while (tokens.peek().isName()) {
            String schema = tokens.next().text();
            name.append(schema.equals("pg_catalog") ? "" : schema + ".");
            tokens.expect(".");
        }
        name.append(tokens.next().text());
        tokens.reset(mark);
        return name.toString();
    }

    private void skipOperator() {
        boolean named = tokens.atWord("operator");
        tokens.next();
        if (named) {
            tokens.expect("(");
            tokens.skipToClosing();
        }
    }

    private static int precedence(String operator) {
        return switch (operator) {
            case "+", "-" -> 8;
            case "*", "/", "%" -> 9;
            case "^" -> 10;
            default -> OTHER;
        };
    }

    private Expression unary() {
        Token token = tokens.peek();
        if (token.kind() == Token.Kind.OPERATOR && !COMPARISONS.contains(token.text())) {
            tokens.next();
            return new Expression.Unary(token.text(), unary());
        }
        return primaries.withSuffixes();
    }
}
