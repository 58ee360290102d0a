package dev.partywall.probe;

import dev.partywall.catalog.Privilege;
import dev.partywall.connect.Sql;
import java.util.Objects;
import java.util.Optional;

/** One row of the victim, addressed by its key. */
public final class ForeignRow {
    /** Ends a statement after its first row, before AFTER triggers run; names no column. */
    private static final String BRAKE = " RETURNING 1 / CAST(random() * 0 AS integer)";

    private ForeignRow() {}

    /** Whether there is such a row, with a key that the session may name. */
    public static boolean reachable(Trial trial) {
        Sample sample = trial.foreign();
        return sample != null
                && !sample.key().isEmpty()
                && trial.rights().select().containsAll(trial.target().key())
                && trial.control() != null
                && !trial.readable().contains(trial.against());
    }

    /** The statement with the key as its condition, for the alias {@code t}. */
    public static Sql matched(Trial trial, String start, String end) {
        return Assignments.match(trial.target(), "t", sample(trial).key()).in(start, end);
    }

    /** The row; for trials in which it is {@link #reachable}. */
    public static Sample sample(Trial trial) {
        return Objects.requireNonNull(trial.foreign());
    }

    /** What the key matches, with the brake if it is needed. */
    public static String end(Trial trial, Privilege event) {
        return mayCount(trial, event) ? BRAKE : "";
    }

    /** Why a statement that would let triggers run is not sent; empty when it may be. */
    public static Optional<String> danger(Trial trial, Privilege event) {
        Guards guards = trial.target().guarded();
        if (trial.beyondTransaction()) {
            return Optional.empty();
        }
        if (guards.beyond().isPresent() && guards.on(event)) {
            return Optional.of("The trigger function " + guards.beyond().get()
                    + " may act where no rollback reaches, so this is tried only when asked for.");
        }
        if (mayCount(trial, event) && (guards.rewrites(event) || guards.onStatement(event))) {
            return Optional.of("A trigger of " + trial.name()
                    + " may advance a sequence, which no rollback undoes, so this is tried only when asked for.");
        }
        return Optional.empty();
    }

    /** Whether a trigger that this event lets run may advance a sequence. */
    public static boolean mayCount(Trial trial, Privilege event) {
        return trial.target().guarded().counts() && trial.target().guarded().on(event);
    }
}
