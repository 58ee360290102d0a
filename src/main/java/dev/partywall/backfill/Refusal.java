package dev.partywall.backfill;

import dev.partywall.failure.Failure;

/** What a refused batch means for the rest (PostgreSQL 18, appendix A). */
final class Refusal {
    private Refusal() {}

    /** The connection or the server is gone, or out of means: nothing more can be tried. */
    static boolean ends(Failure refused) {
        String state = refused.sqlState();
        return state == null
                || state.startsWith("08")
                || state.startsWith("57P")
                || state.startsWith("53")
                || state.startsWith("58")
                || state.startsWith("XX");
    }

    /** Others were in the way: a lock, a deadlock, a serialization failure, a timeout. Not the row's fault. */
    static boolean passes(Failure refused) {
        String state = String.valueOf(refused.sqlState());
        return state.startsWith("40") || state.equals("55P03") || state.equals("57014");
    }
}
