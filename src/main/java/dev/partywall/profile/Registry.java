package dev.partywall.profile;

import org.jspecify.annotations.Nullable;

/**
 * The table that lists the tenants.
 *
 * @param table as written in the profile, {@code schema.table}, quoted where needed
 * @param key column of the tenant id; null when it is to be found out
 * @param label column of a name for people
 * @param status column that tells active tenants from others
 */
public record Registry(
        String table,
        @Nullable String key,
        @Nullable String label,
        @Nullable String status) {}
