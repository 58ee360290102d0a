package dev.partywall.browse;

import org.jspecify.annotations.Nullable;

/**
 * What a condition came to for one row.
 *
 * @param sqlState where it raised an error instead; the whole statement fails then
 */
public record Truth(Value value, @Nullable String sqlState) {
    /** SQL's three values, and none. */
    public enum Value {
        TRUE,
        FALSE,
        NULL,
        ERROR
    }

    static final Truth TRUE = new Truth(Value.TRUE, null);
    static final Truth FALSE = new Truth(Value.FALSE, null);

    /** From the server's text of a boolean. */
    static Truth of(@Nullable String text) {
        if (text == null) {
            return new Truth(Value.NULL, null);
        }
        return text.startsWith("t") ? TRUE : FALSE;
    }

    static Truth error(@Nullable String sqlState) {
        return new Truth(Value.ERROR, sqlState);
    }

    public boolean isTrue() {
        return value == Value.TRUE;
    }

    public boolean isError() {
        return value == Value.ERROR;
    }

    @Override
    public String toString() {
        return sqlState == null ? value.name() : value + " " + sqlState;
    }
}
