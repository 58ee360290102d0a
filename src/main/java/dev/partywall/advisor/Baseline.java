package dev.partywall.advisor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is accepted: today's findings, so that only new ones fail a run, and those suppressed for a reason. */
public record Baseline(List<Acceptance> acceptances) {
    /** Nothing accepted. */
    public static final Baseline NONE = new Baseline(List.of());

    /**
     * Findings told apart by a baseline.
     *
     * @param open what counts: new, or accepted no longer
     * @param accepted what does not count
     * @param stale acceptances of what is no longer found
     * @param expired acceptances past their day, whose findings count again
     */
    public record Sorted(List<Finding> open, List<Finding> accepted, List<Acceptance> stale, List<Acceptance> expired) {
        public Sorted {
            open = List.copyOf(open);
            accepted = List.copyOf(accepted);
            stale = List.copyOf(stale);
            expired = List.copyOf(expired);
        }
    }

    public Baseline {
        acceptances = List.copyOf(acceptances);
    }

    /** Accepts all of these, without a reason. */
    public static Baseline of(Collection<Finding> findings) {
        return new Baseline(findings.stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .map(Acceptance::of)
                .distinct()
                .toList());
    }

    /** With one more acceptance, which replaces an older one of the same finding. */
    public Baseline with(Acceptance acceptance) {
        Map<String, Acceptance> byPrint = new LinkedHashMap<>();
        acceptances.forEach(known -> byPrint.put(known.fingerprint(), known));
        byPrint.put(acceptance.fingerprint(), acceptance);
        return new Baseline(new ArrayList<>(byPrint.values()));
    }

    /** Without what is no longer found. */
    public Baseline without(Collection<Acceptance> stale) {
        return new Baseline(
                acceptances.stream().filter(known -> !stale.contains(known)).toList());
    }

    /** @param today the day of the run: rules know no clock, and neither does this */
    public Sorted sort(Collection<Finding> findings, LocalDate today) {
        Map<Boolean, List<Acceptance>> byExpiry =
                acceptances.stream().collect(Collectors.partitioningBy(acceptance -> acceptance.isExpired(today)));
        List<Acceptance> expired = byExpiry.getOrDefault(true, List.of());
        Set<String> counted = byExpiry.getOrDefault(false, List.of()).stream()
                .map(Acceptance::fingerprint)
                .collect(Collectors.toSet());
        Set<String> present = findings.stream().map(Finding::fingerprint).collect(Collectors.toSet());
        return new Sorted(
                findings.stream()
                        .filter(finding -> !counted.contains(finding.fingerprint()))
                        .toList(),
                findings.stream()
                        .filter(finding -> counted.contains(finding.fingerprint()))
                        .toList(),
                acceptances.stream()
                        .filter(acceptance -> !present.contains(acceptance.fingerprint()))
                        .toList(),
                expired.stream()
                        .filter(acceptance -> present.contains(acceptance.fingerprint()))
                        .toList());
    }
}
