package dev.partywall.probe;

import dev.partywall.failure.Failure;

/** What reading a relation showed: rows, or that it was refused. */
public sealed interface Sight {
    /** The rows there were. */
    record Seen(Tally tally) implements Sight {}

    /**
     * Whose the rows are cannot be told.
     *
     * @param undecided whether it would have been, given more time
     */
    record Unclear(String why, boolean undecided) implements Sight {}

    /** It was refused. */
    record Refused(String sqlState, String message) implements Sight {
        static Refused of(Failure failure) {
            String state = failure.sqlState();
            return new Refused(state == null ? "" : state, String.valueOf(failure.getMessage()));
        }
    }
}
