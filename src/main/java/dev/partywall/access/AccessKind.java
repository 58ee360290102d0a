package dev.partywall.access;

/** What a command on a relation comes to for a role. */
public enum AccessKind {
    /** A privilege is missing: the server raises an error. */
    DENIED,
    /** Allowed, and never touches a row. */
    NOTHING,
    /** Allowed for the rows a predicate admits. */
    ROWS,
    /** Allowed for every row. */
    EVERYTHING,
    /** Cannot be told from the catalogue. */
    UNDECIDED
}
