package dev.partywall.connect;

import java.time.Duration;
import java.util.List;

/**
 * A connection of the bypass role on which back-fill writes, one transaction after another. Nothing else in Partywall
 * commits. What is not committed when the session ends is rolled back; in a rehearsal that is everything.
 */
public sealed interface WriteSession permits CommittingSession, RehearsingSession {
    /** Who the server says we are, as of the start of the session. */
    Attestation attestation();

    /** Rows affected. */
    long execute(Sql sql);

    <T> List<T> list(Sql sql, RowMapper<T> mapper);

    void commit();

    void rollback();

    /**
     * A statement outside any transaction, for CREATE INDEX CONCURRENTLY and the like; without a statement timeout.
     *
     * @throws IllegalStateException within a transaction
     */
    void executeAlone(String statement);

    /** Writes one entry of the activity log: a batch, say. */
    void tell(String purpose, long rows, Duration took);
}
