package dev.partywall.connect;

import org.jspecify.annotations.Nullable;

/** One row, as the server's own text (FACTS, pgjdbc 6). Columns count from 1. */
public interface Row {
    /** The server's text of the value; null for SQL NULL. */
    @Nullable
    String text(int column);

    /** As {@link #text}, for columns that are never NULL. */
    default String get(int column) {
        String value = text(column);
        if (value == null) {
            throw new IllegalStateException("column " + column + " is NULL");
        }
        return value;
    }

    default long number(int column) {
        return Long.parseLong(get(column));
    }

    default boolean flag(int column) {
        return get(column).startsWith("t");
    }
}
