package dev.partywall.expression;

/** What a session has in the tenant settings. */
public enum SessionState {
    /** A tenant. */
    TENANT,
    /** They were never set on this connection. */
    UNSET,
    /** The empty string: what is left after a transaction that set them. */
    EMPTY
}
