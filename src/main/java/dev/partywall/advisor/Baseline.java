package dev.partywall.advisor;

import dev.partywall.advisor.Exceptions.Accepted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What is accepted: today's findings, so that only new ones fail a run, and those suppressed for a reason. */
public record Baseline(List<Acceptance> acceptances) {
    /** Nothing accepted. */
    public static final Baseline NONE = new Baseline(List.of());

    /**
     * Findings told apart by a baseline.
     *
     * @param open what counts: new, or accepted no longer
     */
    public record Sorted(List<Finding> open, Exceptions exceptions) {
        public Sorted {
            open = List.copyOf(open);
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
        return with(List.of(acceptance));
    }

    /** With more acceptances, which replace older ones of the same findings: what expired there does not count here. */
    public Baseline with(Collection<Acceptance> more) {
        Map<String, Acceptance> byPrint = new LinkedHashMap<>();
        acceptances.forEach(known -> byPrint.put(known.fingerprint(), known));
        more.forEach(newer -> byPrint.put(newer.fingerprint(), newer));
        return new Baseline(new ArrayList<>(byPrint.values()));
    }

    /** Without these. */
    public Baseline without(Collection<Acceptance> gone) {
        return new Baseline(
                acceptances.stream().filter(known -> !gone.contains(known)).toList());
    }

    /** What accepts a finding on that day, if anything does. */
    public Optional<Acceptance> accepting(Finding finding, LocalDate today) {
        return acceptances.stream()
                .filter(acceptance -> !acceptance.isExpired(today) && acceptance.covers(finding))
                .findFirst();
    }

    /** @param today the day of the run: rules know no clock, and neither does this */
    public Sorted sort(Collection<Finding> findings, LocalDate today) {
        List<Finding> open = new ArrayList<>();
        List<Accepted> accepted = new ArrayList<>();
        for (Finding finding : findings) {
            accepting(finding, today)
                    .ifPresentOrElse(by -> accepted.add(new Accepted(finding, by)), () -> open.add(finding));
        }
        Set<String> present = findings.stream().map(Finding::fingerprint).collect(Collectors.toSet());
        Set<String> counting = open.stream().map(Finding::fingerprint).collect(Collectors.toSet());
        return new Sorted(
                open,
                new Exceptions(
                        accepted,
                        those(acceptance -> !present.contains(acceptance.fingerprint())),
                        those(acceptance -> present.contains(acceptance.fingerprint()) && acceptance.isExpired(today)),
                        those(acceptance ->
                                counting.contains(acceptance.fingerprint()) && !acceptance.isExpired(today))));
    }

    private List<Acceptance> those(Predicate<Acceptance> which) {
        return acceptances.stream().filter(which).toList();
    }
}
