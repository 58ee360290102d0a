package dev.partywall.probe;

import dev.partywall.catalog.ObjectRef;
import org.jspecify.annotations.Nullable;

/**
 * What one attempt showed.
 *
 * @param probe id of the probe, {@code foreign-read} say
 * @param command SELECT, INSERT, UPDATE, DELETE, MERGE, COPY, TRUNCATE
 * @param against the tenant whose rows were tried; null for all others
 * @param rows foreign rows reached; for any other outcome 0
 * @param sqlState what the server refused with, if it did
 * @param evidence a sentence with figures, and the control's figure
 * @param replay SQL for psql that does it again and rolls back
 * @param incomplete whether it could not be completed: then the run is not complete either. False where it was left out
 *     by design
 */
public record Verdict(
        String probe,
        String command,
        ObjectRef object,
        ProbeContext context,
        @Nullable String against,
        Outcome outcome,
        long rows,
        @Nullable String sqlState,
        String evidence,
        String replay,
        boolean incomplete) {
    /** One that was completed, or left out by design. */
    public Verdict(
            String probe,
            String command,
            ObjectRef object,
            ProbeContext context,
            @Nullable String against,
            Outcome outcome,
            long rows,
            @Nullable String sqlState,
            String evidence,
            String replay) {
        this(
                probe,
                command,
                object,
                context,
                against,
                outcome,
                rows,
                sqlState,
                evidence,
                replay,
                outcome == Outcome.FAILED);
    }

    /** The same, as one that keeps the run from being complete unless this is so. */
    Verdict incompleteUnless(boolean complete) {
        return new Verdict(
                probe, command, object, context, against, outcome, rows, sqlState, evidence, replay, !complete);
    }
}
