package dev.partywall.backfill;

import dev.partywall.catalog.RelationName;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A back-fill as its journal tells it.
 *
 * @param planned rows that were to change
 * @param done rows of batches that were announced; the last may not have been committed
 * @param undone rows that are as they were
 * @param aside rows that were set aside, in all its runs
 */
public record JournalState(
        Path file,
        State state,
        Instant startedAt,
        String startedBy,
        List<RelationName> tables,
        long planned,
        long done,
        long undone,
        long aside) {
    /** How far it is. */
    public enum State {
        /** Some session is at work on one of its tables. */
        RUNNING,
        /** It ended by a crash or a lost connection: resume it, or undo it. */
        INTERRUPTED,
        /** Somebody stopped it: resume it, or undo it. */
        STOPPED,
        /** It came to its end and left rows aside or held: resume it once that is mended. */
        INCOMPLETE,
        /** Every row that was to change did. */
        COMPLETE,
        /** Undoing was begun and is not finished: undo it again. */
        UNDOING,
        /** It was undone. */
        UNDONE
    }

    public JournalState {
        tables = List.copyOf(tables);
    }

    /** Whether somebody has to do something about it. */
    public boolean unfinished() {
        return state == State.INTERRUPTED
                || state == State.STOPPED
                || state == State.INCOMPLETE
                || state == State.UNDOING;
    }
}
