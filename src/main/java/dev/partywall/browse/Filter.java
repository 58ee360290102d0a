package dev.partywall.browse;

import dev.partywall.failure.Failure;
import org.jspecify.annotations.Nullable;

/**
 * One condition on one column.
 *
 * @param value as text, cast by the server to the column's type; null only for the conditions that take none
 */
public record Filter(
        String column, Operator operator, @Nullable String value) {
    /** What can be asked of a column. */
    public enum Operator {
        EQUALS("="),
        NOT_EQUALS("<>"),
        AT_LEAST(">="),
        AT_MOST("<="),
        CONTAINS("contains"),
        IS_NULL("is null"),
        IS_NOT_NULL("is not null");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        /** As people and the command line write it. */
        public String symbol() {
            return symbol;
        }

        public boolean takesValue() {
            return this != IS_NULL && this != IS_NOT_NULL;
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
