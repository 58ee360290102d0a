package dev.partywall.backfill;

import dev.partywall.catalog.RelationName;
import java.util.List;
import java.util.Map;

/**
 * How one table stands.
 *
 * @param withoutTenant rows that still have none
 * @param tenants rows of each tenant
 * @param crossing rows that reference a row of another tenant, by foreign key; what is absent is none
 * @param lenses tenants through whose lens was looked: the largest, not more than 20
 * @param hidden tenants that do not see all rows of theirs through the lens, with what they see and have, one sentence each
 */
public record Verification(
        RelationName table,
        long withoutTenant,
        Map<String, Long> tenants,
        Map<String, Long> crossing,
        int lenses,
        List<String> hidden) {
    public Verification {
        tenants = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(tenants));
        crossing = Map.copyOf(crossing);
        hidden = List.copyOf(hidden);
    }

    /** Whether nothing contradicts the isolation; rows without a tenant may be left. */
    public boolean sound() {
        return crossing.isEmpty() && hidden.isEmpty();
    }
}
