package dev.partywall.backfill;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What came of undoing, in this run and those before it.
 *
 * @param undone rows that are as they were: NULL again, or there again
 * @param skipped rows left as they are, by why
 * @param held rows that others held until the end; undo again
 * @param aside rows the server refused to change back, in this run; undo again once that is mended
 * @param stopped whether somebody stopped it; it can be run again
 */
public record UndoOutcome(
        Path journal, long undone, Map<Reason, Long> skipped, long held, List<SetAside> aside, boolean stopped) {
    /** Why a row is left as it is. */
    public enum Reason {
        /** It was deleted, or moved where it cannot be found. */
        GONE("are no longer there"),
        /** Somebody changed the row after the back-fill. */
        CHANGED("were changed since"),
        /** Somebody gave it another tenant, or none, after the back-fill. */
        OTHER_TENANT("have another tenant by now, or none"),
        /** The row was deleted by the back-fill, and somebody has made one with its key. */
        EXISTS("are there again already");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** What is said of the rows: "4 rows {@code words}". */
        public String words() {
            return words;
        }
    }

    public UndoOutcome {
        skipped = Map.copyOf(skipped);
        aside = List.copyOf(aside);
    }

    /** Whether everything is as it was. */
    public boolean complete() {
        return !stopped && skipped.isEmpty() && held == 0 && aside.isEmpty();
    }
}
