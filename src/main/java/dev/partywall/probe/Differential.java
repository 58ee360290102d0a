package dev.partywall.probe;

import dev.partywall.catalog.ObjectRef;
import org.jspecify.annotations.Nullable;

/**
 * What one tenant sees of one relation beside what there is, both on one exported snapshot. Rows declared to be
 * everybody's count as visible, and as nothing else.
 *
 * @param owned rows the tenant owns, by the bypass side
 * @param visible rows the tenant sees
 * @param foreignVisible rows of other tenants that it sees: a leak
 * @param ownHidden rows of its own that it does not see: restricted too much
 * @param nullVisible rows without a tenant that it sees
 * @param capped whether there are more than were counted, so that these are lower bounds
 * @param snapshot as {@code pg_export_snapshot()} named it
 * @param undecided why it could not be told; null where it could. Then the figures mean nothing
 */
public record Differential(
        ObjectRef object,
        String tenant,
        long owned,
        long visible,
        long foreignVisible,
        long ownHidden,
        long nullVisible,
        boolean capped,
        String snapshot,
        @Nullable String undecided) {}
