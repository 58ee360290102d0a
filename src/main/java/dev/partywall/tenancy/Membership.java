package dev.partywall.tenancy;

import dev.partywall.catalog.RelationName;

/**
 * A relation that tells which tenant a person belongs to, where the session names the person and not the tenant.
 *
 * @param tenant the column that holds the tenant
 * @param person the column that policies compare with the session's person
 */
public record Membership(RelationName table, String tenant, String person) {}
