package dev.partywall.connect;

import java.util.List;

/**
 * A connection of the bypass role on which back-fill writes, one transaction after another. Nothing else in Partywall
 * commits.
 */
public interface WriteSession {
    Attestation attestation();

    /** Rows affected. */
    long execute(Sql sql);

    <T> List<T> list(Sql sql, RowMapper<T> mapper);

    void commit();

    void rollback();

    /** A statement outside any transaction, for CREATE INDEX CONCURRENTLY and the like. */
    void executeAlone(String statement);
}
