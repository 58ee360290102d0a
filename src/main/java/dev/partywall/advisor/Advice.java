package dev.partywall.advisor;

import java.util.List;

/**
 * What the rules (or the scans) said, worst first, and which of them could not say anything.
 *
 * @param failures never empty without reason: a run with failures is incomplete and must not be shown as green
 */
public record Advice(List<Finding> findings, List<Failed> failures) {

    /**
     * A rule or scan that broke.
     *
     * @param id the rule's word
     * @param reason what went wrong, one sentence
     */
    public record Failed(String id, String reason) {}

    public Advice {
        findings = List.copyOf(findings);
        failures = List.copyOf(failures);
    }

    public boolean complete() {
        return failures.isEmpty();
    }
}
