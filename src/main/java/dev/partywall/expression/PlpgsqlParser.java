package dev.partywall.expression;

import dev.partywall.expression.Expression.Case.When;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a PL/pgSQL body made of declarations, assignments, SELECT INTO, IF, RAISE, RETURN and EXCEPTION as one
 * expression (PL/pgSQL, PostgreSQL 18, chapter 41). Loops, dynamic SQL and writes are trouble.
 */
final class PlpgsqlParser {
    private final TokenStream tokens;
    private final @Nullable TypeName returnType;
    private final Map<String, Expression> variables = new HashMap<>();
    private final Map<String, TypeName> types = new HashMap<>();

    /** One statement, read but not yet put together with those after it. */
    private sealed interface Statement {
        record Return(Expression value) implements Statement {}

        record Assign(String variable, Expression value) implements Statement {}

        record If(List<Branch> branches, List<Statement> otherwise) implements Statement {}

        record Block(List<Statement> body, @Nullable List<Statement> onError) implements Statement {}

        record Raise() implements Statement {}
    }

    private record Branch(Expression condition, List<Statement> body) {}

    /**
     * @param returnType what RETURN casts to; null when that is no single value
     */
    PlpgsqlParser(String body, @Nullable TypeName returnType) {
        this.tokens = new TokenStream(body);
        this.returnType = returnType;
    }

    Expression result() {
        declarations();
        tokens.expectWord("begin");
        Statement.Block block = block();
        tokens.acceptSymbol(";");
        return value(List.of(block), variables);
    }

    private void declarations() {
        if (!tokens.accept("declare")) {
            return;
        }
        while (!tokens.atWord("begin")) {
            String name = tokens.name();
            tokens.accept("constant");
            type(name);
            boolean assigned = tokens.acceptSymbol(":=") || tokens.acceptSymbol("=") || tokens.accept("default");
            variables.put(name, assigned ? filled(cast(name, expression()), variables) : Expression.Constant.NULL);
            tokens.expect(";");
        }
    }

    private void type(String variable) {
        TypeName type = new TypeParser(tokens).type();
        if (tokens.acceptSymbol("%")) {
            tokens.name();
        } else if (!type.name().equals("record")) {
            types.put(variable, type);
        }
        if (tokens.accept("not")) {
            tokens.expectWord("null");
        }
    }

    /** An assignment casts to the variable's type. */
    private Expression cast(String variable, Expression value) {
        TypeName type = types.get(variable);
        return type == null ? value : new Expression.Cast(value, type);
    }

    /** After BEGIN, up to and with END. */
    private Statement.Block block() {
        List<Statement> body = statements();
        List<Statement> onError = null;
        if (tokens.accept("exception")) {
            onError = handler();
        }
        tokens.expectWord("end");
        return new Statement.Block(body, onError);
    }

    private List<Statement> handler() {
        List<Statement> body = List.of();
        while (tokens.accept("when")) {
            while (!tokens.accept("then")) {
                if (tokens.atEnd()) {
                    throw new ParseTrouble("WHEN without THEN");
                }
                tokens.next();
            }
            body = statements();
        }
        return body;
    }

    private List<Statement> statements() {
        List<Statement> statements = new ArrayList<>();
        while (!tokens.atWord("end") && !tokens.atWord("exception") && !atBranchEnd()) {
            Statement statement = statement();
            if (statement != null) {
                statements.add(statement);
            }
            tokens.expect(";");
        }
        return statements;
    }

    private boolean atBranchEnd() {
        return tokens.atWord("else") || tokens.atWord("elsif") || tokens.atWord("elseif") || tokens.atWord("when");
    }

    private @Nullable Statement statement() {
        if (tokens.accept("return")) {
            Expression value = tokens.at(";") ? Expression.Constant.NULL : expression();
            return new Statement.Return(returnType == null ? value : new Expression.Cast(value, returnType));
        }
        if (tokens.accept("if")) {
            return branches();
        }
        if (tokens.accept("begin")) {
            return block();
        }
        if (tokens.accept("raise")) {
            return raise();
        }
        if (tokens.accept("null")) {
            return null;
        }
        return tokens.atWord("select") ? selectInto() : assignment();
    }

    private Statement assignment() {
        String variable = tokens.name();
        if (!tokens.acceptSymbol(":=") && !tokens.acceptSymbol("=")) {
            throw new ParseTrouble("a statement that is not an assignment");
        }
        return new Statement.Assign(variable, cast(variable, expression()));
    }

    private @Nullable Statement raise() {
        boolean harmless =
                List.of("notice", "debug", "log", "info", "warning").stream().anyMatch(tokens::atWord);
        while (!tokens.at(";")) {
            if (tokens.atEnd()) {
                throw new ParseTrouble("RAISE without end");
            }
            tokens.next();
        }
        return harmless ? null : new Statement.Raise();
    }

    private Statement branches() {
        List<Branch> branches = new ArrayList<>();
        do {
            Expression condition = expression();
            tokens.expectWord("then");
            branches.add(new Branch(condition, statements()));
        } while (tokens.accept("elsif") || tokens.accept("elseif"));
        List<Statement> otherwise = tokens.accept("else") ? statements() : List.of();
        tokens.expectWord("end");
        tokens.expectWord("if");
        return new Statement.If(branches, otherwise);
    }

    /** SELECT ... INTO variable ..., wherever INTO stands. */
    private Statement selectInto() {
        int mark = tokens.mark();
        while (!tokens.atWord("into")) {
            if (tokens.at(";") || tokens.atEnd()) {
                throw new ParseTrouble("SELECT without INTO");
            }
            tokens.next();
        }
        String before = tokens.textSince(mark);
        tokens.next();
        tokens.accept("strict");
        String variable = tokens.name();
        int rest = tokens.mark();
        while (!tokens.at(";") && !tokens.atEnd()) {
            tokens.next();
        }
        TokenStream select = new TokenStream(before + " " + tokens.textSince(rest));
        Query query = new QueryParser(select, new ExpressionParser(select)).select();
        return new Statement.Assign(variable, cast(variable, BodyParser.asExpression(query)));
    }

    private Expression expression() {
        if (tokens.atWord("query") || tokens.atWord("next")) {
            throw new ParseTrouble("a set is returned");
        }
        return new ExpressionParser(tokens).expression();
    }

    /** What the statements return, given what the variables hold. */
    private static Expression value(List<Statement> statements, Map<String, Expression> variables) {
        if (statements.isEmpty()) {
            return Expression.Constant.NULL;
        }
        List<Statement> rest = statements.subList(1, statements.size());
        return switch (statements.getFirst()) {
            case Statement.Return returned -> filled(returned.value(), variables);
            case Statement.Raise raise -> new Expression.Raised("P0001");
            case Statement.Assign assign -> {
                Map<String, Expression> after = new HashMap<>(variables);
                after.put(assign.variable(), filled(assign.value(), variables));
                yield value(rest, after);
            }
            case Statement.If branches -> branched(branches, rest, variables);
            case Statement.Block block -> {
                Expression body = value(joined(block.body(), rest), variables);
                List<Statement> onError = block.onError();
                yield onError == null ? body : new Expression.Guarded(body, value(joined(onError, rest), variables));
            }
        };
    }

    private static Expression branched(Statement.If branches, List<Statement> rest, Map<String, Expression> variables) {
        List<When> whens = branches.branches().stream()
                .map(branch ->
                        new When(filled(branch.condition(), variables), value(joined(branch.body(), rest), variables)))
                .toList();
        return new Expression.Case(null, whens, value(joined(branches.otherwise(), rest), variables));
    }

    private static List<Statement> joined(List<Statement> first, List<Statement> rest) {
        List<Statement> all = new ArrayList<>(first);
        all.addAll(rest);
        return all;
    }

    private static Expression filled(Expression expression, Map<String, Expression> variables) {
        return Rewriting.of(
                expression,
                part -> part instanceof Expression.ColumnRef column
                                && column.path().size() == 1
                        ? variables.getOrDefault(column.name(), part)
                        : part);
    }
}
