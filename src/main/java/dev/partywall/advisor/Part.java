package dev.partywall.advisor;

/** What a relation is to the tenants. */
public enum Part {
    /** The list of tenants. */
    REGISTRY,
    /** Has a tenant column: each row belongs to a tenant. */
    TENANT,
    /** Has no tenant column, but a foreign key ties each row to a tenant's row. */
    CHILD,
    /** Has no tenant column; holds copies of tenants' rows: history, audit, log. */
    HISTORY,
    /** Everything else: meant for everybody. */
    SHARED
}
