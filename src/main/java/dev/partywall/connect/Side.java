package dev.partywall.connect;

/** The two connections of a profile. */
public enum Side {
    /** The app role: row security applies. */
    APP,
    /** The bypass role: sees everything. */
    BYPASS;

    /** What {@code pg_stat_activity} shows of it. */
    public String applicationName() {
        return this == APP ? "partywall/app" : "partywall/bypass";
    }
}
