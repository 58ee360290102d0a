package dev.partywall.probe;

/** Told how far a run is, from the thread that runs it. */
@FunctionalInterface
public interface Progress {
    /**
     * Told at each step.
     *
     * @param done steps done; never more than {@code total}
     * @param what what comes next, in plain words
     */
    void at(int done, int total, String what);

    /** Nobody listens. */
    static Progress silent() {
        return (done, total, what) -> {};
    }
}
