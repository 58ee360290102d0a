package dev.partywall.connect;

import dev.partywall.catalog.RelationName;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One READ ONLY transaction with its context applied: the only way anything is read. Statements are sent by the
 * extended protocol, one at a time, after the transaction's snapshot was taken, so none can turn the transaction into
 * one that writes. Only statements that read are sent at all (SELECT, WITH, VALUES, TABLE, SHOW, EXPLAIN). Not for use
 * by several threads.
 *
 * <p>After a refused statement the server refuses everything else in the transaction, unless the statement was sent
 * {@link #within} a savepoint.
 */
public sealed interface Session permits ReadSession {
    /** Who the server says we are, as of the start of this transaction. */
    Attestation attestation();

    /** Who the server says we are now, and whether row security applies to us on this relation. */
    Attestation attestation(RelationName relation);

    /** All rows, in memory: for results known to be small. */
    <T> List<T> list(Sql sql, RowMapper<T> mapper);

    /** Rows as they arrive, {@code fetchSize} at a time, in constant memory. */
    void forEach(Sql sql, int fetchSize, Consumer<Row> consumer);

    /** Rows with the columns' names and types, at most {@code limit} of them; for results whose shape is not known. */
    Table table(Sql sql, int limit);

    /** Reads that may be refused without spoiling the rest of the transaction. The refusal is thrown as always. */
    <T> T within(Supplier<T> reads);

    /** A value read from exactly one row and column. */
    default String value(Sql sql) {
        List<String> rows = list(sql, row -> row.get(1));
        if (rows.size() != 1) {
            throw new IllegalStateException("one row expected, got " + rows.size());
        }
        return rows.getFirst();
    }
}
