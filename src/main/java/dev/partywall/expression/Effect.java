package dev.partywall.expression;

import org.jspecify.annotations.Nullable;

/**
 * What a policy's condition comes to in a session whose tenant setting is not as it should be, as the server answered.
 *
 * @param rows how many of the rows tried pass
 * @param tried how many rows it was tried on
 * @param sqlState the error, if it raises
 * @param sentence the answer in words
 */
public record Effect(
        State state,
        Kind kind,
        long rows,
        long tried,
        @Nullable String sqlState,
        String sentence) {
    /** What is wrong with the setting. */
    public enum State {
        /** Never set on this connection. */
        UNSET,
        /** The empty string. */
        EMPTY,
        /** A text that cannot be a tenant. */
        MALFORMED
    }

    /** What comes of it. */
    public enum Kind {
        NOTHING,
        SOME,
        EVERYTHING,
        ERROR
    }
}
