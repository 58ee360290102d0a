package dev.partywall.cli;

import dev.partywall.advisor.Baseline;
import dev.partywall.advisor.BaselineFile;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Severity;
import dev.partywall.report.Report;
import dev.partywall.report.ReportFormat;
import dev.partywall.report.Summary;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a report is written, and what fails the run. */
final class ReportOptions {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text (default), json, html, junit, sarif or github.",
            defaultValue = "text")
    private ReportFormat format = ReportFormat.TEXT;

    @Option(names = "--output", paramLabel = "FILE", description = "Where the report goes; default standard output.")
    private @Nullable Path output;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description = "critical, high (default), medium, low or info: exit 1 from here on.",
            defaultValue = "high")
    private Severity failOn = Severity.HIGH;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "Accepted findings: leave them out, fail on new ones, name the stale.")
    private @Nullable Path baseline;

    @Option(
            names = "--write-baseline",
            paramLabel = "FILE",
            description = "Accept all findings of this run in this file, to be reviewed and kept with the code.")
    private @Nullable Path newBaseline;

    /** Writes the report and answers the exit code. */
    int deliver(Report found) {
        if (newBaseline != null) {
            BaselineFile.write(Baseline.of(found.findings()), newBaseline);
        }
        Report report = baseline == null ? found : found.withFindings(open(found, BaselineFile.read(baseline)));
        new Output(output).write(out -> format.writer().write(report, failOn, out));
        return Summary.of(report, failOn).exit();
    }

    private static List<Finding> open(Report found, Baseline accepted) {
        Baseline.Sorted sorted = accepted.sort(found.findings(), LocalDate.now(ZoneId.systemDefault()));
        System.err.println(sorted.accepted().size() + " findings are accepted by the baseline.");
        sorted.stale()
                .forEach(stale -> System.err.println("Stale in the baseline, no longer found: " + stale.fingerprint()));
        sorted.expired().forEach(expired -> System.err.println("Expired in the baseline: " + expired.fingerprint()));
        return sorted.open();
    }
}
