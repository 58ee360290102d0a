package dev.partywall.report;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Finding;
import dev.partywall.probe.Verdict;
import java.time.Instant;
import java.util.List;

/**
 * What one run of Partywall found: the content of {@code partywall.report/1}.
 *
 * @param problems what could not be run, one sentence each; never mistaken for a finding nor for well
 */
public record Report(
        Instant startedAt,
        Instant finishedAt,
        Place place,
        Inspection inspection,
        List<Finding> findings,
        List<Verdict> verdicts,
        List<String> problems) {

    /** Where the database is, without anything secret. */
    public record Place(String host, int port, String database) {}

    public Report {
        findings = List.copyOf(findings);
        verdicts = List.copyOf(verdicts);
        problems = List.copyOf(problems);
    }

    /** The same run with other findings, those that are not accepted say. */
    public Report withFindings(List<Finding> others) {
        return new Report(startedAt, finishedAt, place, inspection, others, verdicts, problems);
    }
}
