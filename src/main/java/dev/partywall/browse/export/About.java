package dev.partywall.browse.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.partywall.browse.Filter;
import dev.partywall.browse.PageRequest;
import dev.partywall.connect.Attestation;
import dev.partywall.connect.Lens;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where exported rows come from.
 *
 * @param changes what was done to values, in a sentence; empty when nothing
 */
record About(PageRequest request, Lens lens, Attestation attestation, Instant at, long rows, String changes) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** In the order in which they are read. */
    Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("table", request.relation().toString());
        facts.put("seen by", seenBy());
        facts.put("ran as", attestation.currentUser());
        attestation.settings().forEach((name, value) -> facts.put("setting " + name, value == null ? "unset" : value));
        facts.put("row security", Boolean.TRUE.equals(attestation.rowSecurityActive()) ? "active" : "not active");
        facts.put("read only", attestation.transactionReadOnly() ? "yes" : "no");
        facts.put("rows", Long.toString(rows));
        facts.put("read at", at.toString());
        for (Filter filter : request.filters()) {
            String value = filter.value() == null ? "" : " " + filter.value();
            facts.merge(
                    "filter",
                    filter.column() + " " + filter.operator().symbol() + value,
                    (all, one) -> all + "; " + one);
        }
        if (request.search() != null) {
            facts.put("search", request.search().words());
        }
        if (!changes.isEmpty()) {
            facts.put("changed", changes);
        }
        facts.put("written by", "Partywall");
        return facts;
    }

    private String seenBy() {
        return switch (lens) {
            case Lens.Tenant tenant -> "tenant " + tenant.id();
            case Lens.Nobody nobody -> "nobody (no tenant set)";
            case Lens.Everyone everyone -> "everyone (bypass role)";
        };
    }

    String json() {
        try {
            return JSON.writeValueAsString(facts()) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
