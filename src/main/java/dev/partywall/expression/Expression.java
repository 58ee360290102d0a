package dev.partywall.expression;

import dev.partywall.catalog.Function;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An SQL expression, as {@code pg_get_expr} prints it or as somebody wrote it in a function's body. */
public sealed interface Expression {

    /** Reads an expression; what cannot be read is kept as {@link Opaque}. Never throws. */
    static Expression parse(String sql) {
        return ExpressionParser.parse(sql);
    }

    /** The expression as SQL. */
    default String sql() {
        return ExpressionPrinter.print(this);
    }

    /** The expressions it is directly made of. */
    default List<Expression> parts() {
        return Parts.of(this);
    }

    /** This expression and everything in it, sub-selects included. */
    default Stream<Expression> walk() {
        return Stream.concat(Stream.of(this), Parts.of(this).stream().flatMap(Expression::walk));
    }

    /** A literal. The text of a string is without its quotes; that of TRUE, FALSE and NULL is the word. */
    record Constant(Kind kind, String text) implements Expression {
        /** What kind of literal it is. */
        public enum Kind {
            STRING,
            NUMBER,
            TRUE,
            FALSE,
            NULL
        }

        public static final Constant TRUE = new Constant(Kind.TRUE, "true");
        public static final Constant FALSE = new Constant(Kind.FALSE, "false");
        public static final Constant NULL = new Constant(Kind.NULL, "NULL");
    }

    /** A column, or a function's argument by name. Everything before the last name qualifies it. */
    record ColumnRef(List<String> path) implements Expression {
        public ColumnRef {
            path = List.copyOf(path);
        }

        public String name() {
            return path.getLast();
        }

        /** The table or alias it is qualified with. */
        public @Nullable String qualifier() {
            return path.size() < 2 ? null : path.get(path.size() - 2);
        }
    }

    /** {@code $1}. */
    record Parameter(int number) implements Expression {}

    /**
     * A function call; also COALESCE, CURRENT_USER and the like, by their lower-case name.
     *
     * @param written the text, where the grammar has a form of its own: {@code EXTRACT(year FROM x)}
     */
    record Call(
            @Nullable String schema,
            String name,
            List<Expression> arguments,
            @Nullable String written) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** A named or VARIADIC argument of a call. */
    record Argument(@Nullable String name, boolean variadic, Expression value) implements Expression {}

    /** A call whose function was opened in place: {@code body} is what it returns, with the arguments put in. */
    record Opened(Call call, Function function, Expression body) implements Expression {}

    record Cast(Expression operand, TypeName type) implements Expression {}

    record Collate(Expression operand, String collation) implements Expression {}

    /** A prefix operator. */
    record Unary(String operator, Expression operand) implements Expression {}

    /** An operator between two operands; LIKE and its kin by their operators {@code ~~}, {@code ~~*}, {@code !~~}. */
    record Binary(String operator, Expression left, Expression right) implements Expression {}

    record Not(Expression operand) implements Expression {}

    record And(List<Expression> operands) implements Expression {
        public And {
            operands = List.copyOf(operands);
        }
    }

    record Or(List<Expression> operands) implements Expression {
        public Or {
            operands = List.copyOf(operands);
        }
    }

    /** IS [NOT] NULL, TRUE, FALSE or UNKNOWN. */
    record IsTest(Expression operand, Constant.Kind what, boolean negated) implements Expression {}

    /** IS DISTINCT FROM, or negated IS NOT DISTINCT FROM. */
    record IsDistinct(Expression left, Expression right, boolean negated) implements Expression {}

    /** {@code left operator ANY|ALL (right)}; right is an array or a {@link SubSelect}. IN is {@code = ANY}. */
    record AnyAll(String operator, Expression left, Expression right, boolean all) implements Expression {}

    record ArrayOf(List<Expression> items) implements Expression {
        public ArrayOf {
            items = List.copyOf(items);
        }
    }

    record RowOf(List<Expression> items) implements Expression {
        public RowOf {
            items = List.copyOf(items);
        }
    }

    /** CASE, with or without an operand. */
    record Case(
            @Nullable Expression operand,
            List<When> whens,
            @Nullable Expression otherwise) implements Expression {
        /** One WHEN ... THEN. */
        public record When(Expression condition, Expression result) {}

        public Case {
            whens = List.copyOf(whens);
        }
    }

    /** {@code operand[...]}; the subscript as text. */
    record Subscript(Expression operand, String subscript) implements Expression {}

    /** {@code (operand).field}. */
    record Field(Expression operand, String name) implements Expression {}

    /** A sub-select used as a value. */
    record SubSelect(Query query) implements Expression {}

    record Exists(Query query) implements Expression {}

    /** What a body returns, unless it raises: then what its EXCEPTION handler returns. */
    record Guarded(Expression body, Expression onError) implements Expression {}

    /** A body that raises an error instead of returning. */
    record Raised(String sqlState) implements Expression {}

    /** Text that was not understood. */
    record Opaque(String text) implements Expression {}
}
