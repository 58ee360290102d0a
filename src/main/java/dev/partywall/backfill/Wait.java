package dev.partywall.backfill;

/** What a run waits for. */
public enum Wait {
    /** It is at work. */
    NOTHING("at work"),
    /** Somebody paused it. */
    PAUSED("paused"),
    /** A replica is further behind than the plan allows. */
    REPLICATION("waiting for a replica to catch up"),
    /** More sessions are at work on the server than the plan allows. */
    LOAD("waiting for the server to have less to do"),
    /** Rows are held by others; they are tried one after another. */
    HELD("coming back to rows that others held");

    private final String words;

    Wait(String words) {
        this.words = words;
    }

    /** "the run is {@code words}". */
    public String words() {
        return words;
    }
}
