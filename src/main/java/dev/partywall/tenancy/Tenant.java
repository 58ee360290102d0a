package dev.partywall.tenancy;

import org.jspecify.annotations.Nullable;

/**
 * One tenant, from the registry or, where there is none, from the data.
 *
 * @param id as the server's text of the tenant column
 * @param label a name for people
 * @param status active, suspended, ... as the registry spells it
 */
public record Tenant(
        String id, @Nullable String label, @Nullable String status) {}
