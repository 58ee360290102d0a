package dev.partywall.backfill;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;

/** One line of a {@link Journal}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "line")
@JsonSubTypes({
    @JsonSubTypes.Type(value = JournalLine.Header.class, name = "header"),
    @JsonSubTypes.Type(value = JournalLine.Batch.class, name = "batch"),
    @JsonSubTypes.Type(value = JournalLine.Undo.class, name = "undo"),
    @JsonSubTypes.Type(value = JournalLine.Committed.class, name = "committed"),
    @JsonSubTypes.Type(value = JournalLine.Aborted.class, name = "aborted"),
    @JsonSubTypes.Type(value = JournalLine.Aside.class, name = "aside")
})
sealed interface JournalLine {
    String SCHEMA = "partywall.journal/1";

    /** What is done, where, since when and by whom. */
    record Header(String schema, Plan plan, Plan.Identity database, Instant startedAt, String startedBy)
            implements JournalLine {}

    /**
     * Rows about to be committed.
     *
     * @param number counts from 1 within the journal, undo included
     * @param table index in the plan
     * @param transaction {@code pg_current_xact_id()}
     * @param rows each a key (where the row is now, for tables without a key) and the tenant that was set
     */
    record Batch(long number, int table, long transaction, List<List<String>> rows) implements JournalLine {}

    /**
     * Rows of an earlier batch about to be NULL again.
     *
     * @param of the number of that batch
     * @param rows how many
     */
    record Undo(long number, long of, long transaction, long rows) implements JournalLine {}

    /** The server has committed it. */
    record Committed(long number) implements JournalLine {}

    /** The server has rolled it back. */
    record Aborted(long number) implements JournalLine {}

    /** A row the server refused to change. */
    record Aside(int table, List<String> key, String sqlState, String error) implements JournalLine {}
}
