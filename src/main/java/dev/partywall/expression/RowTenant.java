package dev.partywall.expression;

/** Whose a row is, seen from the session's tenant. */
public enum RowTenant {
    OWN,
    FOREIGN,
    /** Nobody's: the tenant column is NULL. */
    NONE
}
