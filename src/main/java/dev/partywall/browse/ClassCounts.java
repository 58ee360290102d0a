package dev.partywall.browse;

import dev.partywall.connect.Attestation;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** How many rows of a request are of each class, all of one snapshot. */
public record ClassCounts(Map<RowClass, Long> counts, Attestation app, Attestation bypass) {
    public ClassCounts {
        counts = Collections.unmodifiableMap(new EnumMap<>(counts));
    }

    public long of(RowClass rowClass) {
        return counts.getOrDefault(rowClass, 0L);
    }
}
