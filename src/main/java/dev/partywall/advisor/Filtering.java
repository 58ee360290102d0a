package dev.partywall.advisor;

/** How far SQL that runs with other rights keeps to the tenant of the session. The order is from harmless to worst. */
public enum Filtering {
    /** Touches no tenant's rows. */
    UNTOUCHED,
    /** Compares the tenant column with the session's tenant wherever it touches tenants' rows. */
    FILTERED,
    /** Cannot be told by reading it. */
    UNDECIDED,
    /** Compares the tenant column with a value that the caller passes. */
    BY_ARGUMENT,
    /** Touches tenants' rows without regard to whose they are. */
    UNFILTERED;

    public Filtering worse(Filtering other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public boolean isHole() {
        return this == BY_ARGUMENT || this == UNFILTERED;
    }
}
