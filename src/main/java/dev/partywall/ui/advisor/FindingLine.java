package dev.partywall.ui.advisor;

import dev.partywall.advisor.Advice;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Severity;
import java.util.ArrayList;
import java.util.List;

/** A line of the list: a heading, a finding, or a rule that could not run. */
sealed interface FindingLine {
    /** "High (3)". */
    record Heading(Severity severity, int count) implements FindingLine {}

    record Of(Finding finding) implements FindingLine {}

    record Broken(Advice.Failed failed) implements FindingLine {}

    /** Findings under their severities, worst first; broken rules before all. */
    static List<FindingLine> grouped(List<Finding> findings, List<Advice.Failed> failures) {
        List<FindingLine> lines = new ArrayList<>();
        failures.forEach(failed -> lines.add(new Broken(failed)));
        for (Severity severity : Severity.values()) {
            List<Finding> same = findings.stream()
                    .filter(each -> each.severity() == severity)
                    .toList();
            if (!same.isEmpty()) {
                lines.add(new Heading(severity, same.size()));
                same.forEach(finding -> lines.add(new Of(finding)));
            }
        }
        return lines;
    }
}
