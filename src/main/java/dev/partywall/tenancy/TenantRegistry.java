package dev.partywall.tenancy;

import dev.partywall.catalog.RelationName;
import org.jspecify.annotations.Nullable;

/** The table that lists the tenants, resolved against the catalogue. */
public record TenantRegistry(
        RelationName table,
        String key,
        @Nullable String label,
        @Nullable String status) {}
