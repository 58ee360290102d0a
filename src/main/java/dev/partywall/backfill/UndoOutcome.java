package dev.partywall.backfill;

import java.nio.file.Path;
import java.util.Map;

/**
 * What came of undoing.
 *
 * @param undone rows that are NULL again, in this run and those before it
 * @param skipped rows left as they are, by why
 * @param stopped whether somebody stopped it; it can be run again
 */
public record UndoOutcome(Path journal, long undone, Map<Reason, Long> skipped, boolean stopped) {
    /** Why a row is left as it is. */
    public enum Reason {
        /** It was deleted, or moved where it cannot be found. */
        GONE("are no longer there"),
        /** Somebody changed the row after the back-fill. */
        CHANGED("were changed since"),
        /** Somebody gave it another tenant, or none, after the back-fill. */
        OTHER_TENANT("have another tenant by now, or none");

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
    }
}
