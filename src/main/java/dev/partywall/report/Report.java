package dev.partywall.report;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Finding;
import dev.partywall.probe.Verdict;
import java.time.Instant;
import java.util.List;

/** What one run of Partywall found: the content of {@code partywall.report/1}. */
public record Report(
        Instant startedAt,
        Instant finishedAt,
        String host,
        int port,
        Inspection inspection,
        List<Finding> findings,
        List<Verdict> verdicts) {
    public Report {
        findings = List.copyOf(findings);
        verdicts = List.copyOf(verdicts);
    }
}
