package dev.partywall.access;

/** What a command on a relation comes to for a role. */
public enum AccessKind {
    /** A privilege is missing, or the relation does not take the command: the server raises an error. */
    DENIED,
    /** Allowed, and no row passes: none is touched, and a new one is refused. */
    NOTHING,
    /** Allowed for the rows a predicate admits. */
    ROWS,
    /** Cannot be told from the catalogue. */
    UNDECIDED,
    /** Allowed for every row. */
    EVERYTHING
}
