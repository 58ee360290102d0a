package dev.partywall.probe;

/**
 * Told how far a run is. Never called by two threads at once.
 *
 * <p>{@link #at} is called between transactions, and the run goes on when it returns: whoever blocks in it pauses the
 * run without anything being held on the server.
 */
@FunctionalInterface
public interface Progress {
    /**
     * Told at each step.
     *
     * @param done steps done; never more than {@code total}
     * @param what what comes next, in plain words
     */
    void at(int done, int total, String what);

    /** Told of each verdict as it comes, in no order. */
    default void told(Verdict verdict) {}

    /** Nobody listens. */
    static Progress silent() {
        return (done, total, what) -> {};
    }
}
