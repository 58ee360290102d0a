package dev.partywall.backfill;

import dev.partywall.catalog.RelationName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A relation with a tenant column, and its rows without a tenant.
 *
 * @param column the tenant column
 * @param rows all of them
 * @param estimated whether the numbers are estimated from a sample, because counting would take minutes
 * @param withoutTenant those with NULL, which a back-fill can assign
 * @param empty those with an empty text; a back-fill leaves them alone
 * @param unknown those whose tenant the registry does not know; a back-fill leaves them alone
 * @param unknownTenants which those are, and how many rows each has; the largest few
 * @param since the oldest and newest such row by a timestamp of creation; null where there is none
 * @param reasons why there may be NULLs, one sentence each
 * @param seenBy triggers, constraints and generated columns that will see the update, one sentence each
 * @param refused why nothing can be done here; null where something can
 */
public record Gap(
        RelationName table,
        String column,
        long rows,
        boolean estimated,
        long withoutTenant,
        long empty,
        long unknown,
        Map<String, Long> unknownTenants,
        @Nullable String since,
        List<String> reasons,
        List<String> seenBy,
        @Nullable String refused) {
    public Gap {
        unknownTenants = Collections.unmodifiableMap(new LinkedHashMap<>(unknownTenants));
        reasons = List.copyOf(reasons);
        seenBy = List.copyOf(seenBy);
    }

    /** Of all rows those without a tenant, from 0 to 1. */
    public double share() {
        return rows == 0 ? 0 : (double) withoutTenant / rows;
    }

    /** Whether there is something to see at all. */
    public boolean isOpen() {
        return withoutTenant > 0 || empty > 0 || unknown > 0 || refused != null;
    }
}
