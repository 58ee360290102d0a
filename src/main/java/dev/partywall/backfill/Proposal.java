package dev.partywall.backfill;

import dev.partywall.catalog.RelationName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an assignment would come to for the rows of one table that have no tenant. Nothing was changed to find out.
 *
 * @param counts rows by agreement; what is absent is none
 * @param tenants assignable rows by tenant
 * @param samples a few rows of each agreement
 */
public record Proposal(
        RelationName table,
        Assignment assignment,
        Map<Agreement, Long> counts,
        Map<String, Long> tenants,
        List<Sample> samples) {
    /**
     * One row.
     *
     * @param key as the server's text, in the order of the key's columns
     * @param tenant what it would get, or one of the tenants that contradict each other
     * @param other another of those; null where there is none
     */
    public record Sample(
            Agreement agreement,
            List<String> key,
            @Nullable String tenant,
            @Nullable String other) {}

    public Proposal {
        counts = Map.copyOf(counts);
        tenants = Map.copyOf(tenants);
        samples = List.copyOf(samples);
    }

    public long count(Agreement agreement) {
        return counts.getOrDefault(agreement, 0L);
    }

    public long assignable() {
        return count(Agreement.ASSIGNABLE);
    }

    /** All rows without a tenant. */
    public long rows() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Rows that would be left for a person to decide. */
    public long left() {
        return rows() - assignable() - count(Agreement.DELETABLE);
    }
}
