package dev.partywall.connect;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One transaction that may try to write and is always rolled back, whatever happens. Each attempt is undone by itself
 * before the next. {@code lock_timeout} and {@code statement_timeout} are set.
 */
public sealed interface ProbeSession permits RolledBackSession {
    /** What came of one attempt. */
    sealed interface Attempt {
        /** It ran and affected or returned this many rows; of returned rows at most {@value #MOST_COUNTED} are counted. */
        record Done(long rows) implements Attempt {}

        /**
         * The server refused.
         *
         * @param message as the server put it, in its language
         * @param constraint the constraint it names, if any
         */
        record Refused(
                String sqlState,
                String message,
                @Nullable String constraint,
                @Nullable String table,
                @Nullable String where)
                implements Attempt {}
    }

    /** Returned rows beyond these are not fetched. */
    int MOST_COUNTED = 100_000;

    Attestation attestation();

    /**
     * Runs the statements in turn within one savepoint, undoes all, and says what came of the last; or of the first that
     * was refused.
     *
     * @throws dev.partywall.failure.Failure when the connection broke, which is no answer to the attempt
     * @throws IllegalArgumentException for a statement that would end the transaction
     */
    Attempt attempt(Sql... statements);

    /**
     * Runs a statement whose effect later attempts see, until the transaction is rolled back; where it is refused, nothing
     * of it stays.
     */
    Attempt keep(Sql statement);

    /** Other settings from here on, within the same transaction. */
    void apply(Map<String, String> settings);

    /** Reads within the transaction. */
    <T> List<T> list(Sql sql, RowMapper<T> mapper);
}
