package dev.partywall.report;

import dev.partywall.advisor.Exceptions;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Severity;
import dev.partywall.probe.Outcome;
import dev.partywall.probe.Verdict;
import java.io.IOException;
import java.io.Writer;

/** Annotations as GitHub Actions reads them from a step's output (workflow commands). */
final class GithubReport implements ReportWriter {
    @Override
    public void write(Report report, Severity failOn, Writer out) throws IOException {
        for (Verdict verdict : report.verdicts()) {
            if (verdict.outcome() == Outcome.LEAKED) {
                annotate(
                        out,
                        "error",
                        "leaked: " + verdict.command() + " on " + Phrases.object(verdict.object()),
                        verdict.evidence());
            }
        }
        for (Finding finding : report.findings()) {
            annotate(
                    out,
                    level(finding.severity(), failOn),
                    finding.id() + ": " + Phrases.object(finding.object()),
                    finding.title() + "\n" + finding.evidence() + "\nFix: " + finding.fix());
        }
        for (Exceptions.Accepted accepted : report.exceptions().accepted()) {
            annotate(
                    out,
                    "notice",
                    "accepted: " + accepted.finding().id() + " on "
                            + Phrases.object(accepted.finding().object()),
                    Phrases.sentence(accepted.by().words()));
        }
        for (String remark : Phrases.remarks(report.exceptions())) {
            annotate(out, "warning", "accepted findings", remark);
        }
        for (String problem : report.problems()) {
            annotate(out, "error", "could not run", problem);
        }
        Summary summary = Summary.of(report, failOn);
        out.write(Phrases.outcome(report, summary, failOn) + " Findings: " + Phrases.findings(summary) + "; accepted: "
                + summary.accepted() + "; attempts: " + Phrases.verdicts(summary) + ".\n");
    }

    private static String level(Severity severity, Severity failOn) {
        if (severity.atLeast(failOn)) {
            return "error";
        }
        return severity.atLeast(Severity.MEDIUM) ? "warning" : "notice";
    }

    private static void annotate(Writer out, String level, String title, String message) throws IOException {
        out.write("::" + level + " title=" + property(title) + "::" + data(message) + "\n");
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
