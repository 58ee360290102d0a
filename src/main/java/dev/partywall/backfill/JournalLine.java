package dev.partywall.backfill;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line of a {@link Journal}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "line")
@JsonSubTypes({
    @JsonSubTypes.Type(value = JournalLine.Header.class, name = "header"),
    @JsonSubTypes.Type(value = JournalLine.Batch.class, name = "batch"),
    @JsonSubTypes.Type(value = JournalLine.Undo.class, name = "undo"),
    @JsonSubTypes.Type(value = JournalLine.Committed.class, name = "committed"),
    @JsonSubTypes.Type(value = JournalLine.Aborted.class, name = "aborted"),
    @JsonSubTypes.Type(value = JournalLine.Aside.class, name = "aside"),
    @JsonSubTypes.Type(value = JournalLine.Ended.class, name = "ended")
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
     */
    record Batch(long number, int table, long transaction, List<Rows> rows) implements JournalLine {
        long size() {
            return rows.stream().mapToLong(Rows::size).sum();
        }
    }

    /**
     * Rows with the same fate.
     *
     * @param tenant what they were given; null for rows that were deleted
     * @param keys for each column of the key the values of all rows, as text (where the rows are now, for tables without a
     *     key)
     * @param copies the rows themselves as the server's text, where they were deleted
     */
    record Rows(
            @Nullable String tenant,
            List<List<String>> keys,
            @Nullable List<String> copies) {
        int size() {
            return keys.getFirst().size();
        }

        Rows part(int from, int to) {
            List<List<String>> some =
                    keys.stream().map(column -> column.subList(from, to)).toList();
            return new Rows(tenant, some, copies == null ? null : copies.subList(from, to));
        }

        List<String> key(int row) {
            return keys.stream().map(column -> column.get(row)).toList();
        }
    }

    /**
     * Rows of an earlier batch about to be as they were.
     *
     * @param of the number of that batch
     * @param rows which of the batch's {@link Rows}, from 0
     * @param from the first row of those, from 0
     * @param to after the last
     * @param undone how many are as they were
     * @param skipped how many are left as they are, by why
     */
    record Undo(
            long number,
            long of,
            int rows,
            int from,
            int to,
            long transaction,
            long undone,
            Map<UndoOutcome.Reason, Long> skipped)
            implements JournalLine {}

    /** The server has committed it. */
    record Committed(long number) implements JournalLine {}

    /** The server has rolled it back. */
    record Aborted(long number) implements JournalLine {}

    /** A row the server refused to change. */
    record Aside(int table, List<String> key, String sqlState, String error) implements JournalLine {}

    /** A run came to its end by itself, or because somebody stopped it. */
    record Ended(boolean stopped, boolean complete) implements JournalLine {}
}
