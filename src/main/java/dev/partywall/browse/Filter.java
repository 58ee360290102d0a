package dev.partywall.browse;

import dev.partywall.catalog.Column;
import dev.partywall.failure.Failure;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One condition on one column. A range is two of them.
 *
 * @param column of the relation; of a table also {@code ctid} and {@code tableoid}
 * @param value as text, cast by the server to the column's type; null only for the conditions that take none
 */
public record Filter(
        String column, Operator operator, @Nullable String value) {
    /** What can be asked of a column. */
    public enum Operator {
        EQUALS("="),
        NOT_EQUALS("<>"),
        LESS("<"),
        AT_MOST("<="),
        GREATER(">"),
        AT_LEAST(">="),
        CONTAINS("contains"),
        STARTS_WITH("starts with"),
        /** {@code @>}: an array, a range or a JSON document has all of this in it. */
        HAS("has"),
        IS_NULL("is null"),
        IS_NOT_NULL("is not null");

        private static final Set<String> WITHOUT_EQUALITY =
                Set.of("json", "xml", "point", "line", "lseg", "box", "path", "polygon", "circle");
        private static final List<Operator> COMPARING =
                List.of(EQUALS, NOT_EQUALS, LESS, AT_MOST, GREATER, AT_LEAST, IS_NULL, IS_NOT_NULL);

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        /** As people write it. */
        public String symbol() {
            return symbol;
        }

        public boolean takesValue() {
            return this != IS_NULL && this != IS_NOT_NULL;
        }

        /** What makes sense for the column's type, the usual first. */
        public static List<Operator> offered(Column column) {
            String type = column.baseType();
            if (WITHOUT_EQUALITY.contains(type)) {
                return List.of(CONTAINS, IS_NULL, IS_NOT_NULL);
            }
            if (type.equals("boolean")) {
                return List.of(EQUALS, NOT_EQUALS, IS_NULL, IS_NOT_NULL);
            }
            if (type.equals("jsonb") || type.endsWith("[]") || type.endsWith("range")) {
                return List.of(HAS, EQUALS, NOT_EQUALS, CONTAINS, IS_NULL, IS_NOT_NULL);
            }
            return isText(type)
                    ? List.of(
                            CONTAINS,
                            EQUALS,
                            NOT_EQUALS,
                            STARTS_WITH,
                            LESS,
                            AT_MOST,
                            GREATER,
                            AT_LEAST,
                            IS_NULL,
                            IS_NOT_NULL)
                    : withContains();
        }

        private static boolean isText(String type) {
            return Set.of("text", "character varying", "character", "name").contains(type) || type.endsWith("citext");
        }

        private static List<Operator> withContains() {
            return Stream.concat(COMPARING.stream(), Stream.of(CONTAINS)).toList();
        }
    }

    /**
     * Reads {@code COL=VALUE}.
     *
     * @throws Failure when there is no equals sign
     */
    public static Filter parse(String text) {
        int sign = text.indexOf('=');
        if (sign <= 0) {
            throw Failure.usage("'" + text + "' is not a filter.", "Write it as COLUMN=VALUE, status=paid say.");
        }
        return new Filter(text.substring(0, sign), Operator.EQUALS, text.substring(sign + 1));
    }
}
