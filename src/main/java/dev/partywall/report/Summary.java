package dev.partywall.report;

import dev.partywall.advisor.Severity;
import dev.partywall.probe.Outcome;
import dev.partywall.probe.Verdict;
import java.util.EnumMap;
import java.util.Map;

/**
 * A report in figures, and the exit code that follows from it.
 *
 * @param accepted findings that do not count, and are listed
 * @param exit 0 nothing at or above the threshold and nothing leaked, 1 a finding or a leak, 2 not completed
 */
public record Summary(Map<Severity, Integer> findings, Map<Outcome, Integer> verdicts, int accepted, int exit) {

    /** Counts the report; a finding below {@code failOn} does not fail the run. */
    public static Summary of(Report report, Severity failOn) {
        Map<Severity, Integer> findings = new EnumMap<>(Severity.class);
        report.findings().forEach(finding -> findings.merge(finding.severity(), 1, Integer::sum));
        Map<Outcome, Integer> verdicts = new EnumMap<>(Outcome.class);
        report.verdicts().forEach(verdict -> verdicts.merge(verdict.outcome(), 1, Integer::sum));
        return new Summary(findings, verdicts, report.exceptions().accepted().size(), exit(report, failOn));
    }

    private static int exit(Report report, Severity failOn) {
        boolean found = report.findings().stream()
                .anyMatch(finding -> finding.severity().atLeast(failOn));
        boolean leaked = report.verdicts().stream().anyMatch(verdict -> verdict.outcome() == Outcome.LEAKED);
        boolean failed = report.verdicts().stream().anyMatch(Verdict::incomplete);
        if (found || leaked) {
            return 1;
        }
        return failed || !report.problems().isEmpty() ? 2 : 0;
    }

    public int count(Severity severity) {
        return findings.getOrDefault(severity, 0);
    }

    public int count(Outcome outcome) {
        return verdicts.getOrDefault(outcome, 0);
    }
}
