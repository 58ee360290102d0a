package dev.partywall.backfill;

/** What an assignment says of one row. Only {@link #ASSIGNABLE} rows get a tenant, only {@link #DELETABLE} ones go. */
public enum Agreement {
    /** One known tenant. */
    ASSIGNABLE("can be assigned"),
    /** The person chose to have it deleted. */
    DELETABLE("would be deleted"),
    /** Nothing to take a tenant from: no parent, no children, not in the file, the expression is NULL. */
    NO_ANSWER("have nothing to take a tenant from"),
    /** A parent is there and has no tenant itself. */
    PARENT_WITHOUT_TENANT("have a parent without a tenant"),
    /** Several tenants: a person has to decide. */
    CONFLICT("contradict themselves"),
    /** A tenant the registry does not know, or a value that is no tenant id. */
    UNKNOWN_TENANT("would get an unknown tenant");

    private final String words;

    Agreement(String words) {
        this.words = words;
    }

    /** What is said of the rows: "4 rows {@code words}". */
    public String words() {
        return words;
    }

    /** Whether the row is left for a person to decide. */
    public boolean undecided() {
        return this != ASSIGNABLE && this != DELETABLE;
    }
}
