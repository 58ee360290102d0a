package dev.partywall.cli;

import dev.partywall.advisor.Severity;
import dev.partywall.report.Report;
import dev.partywall.report.ReportFormat;
import dev.partywall.report.Summary;
import java.nio.file.Path;
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

    @Nullable
    Path baseline() {
        return baseline;
    }

    /** Writes the report and answers the exit code. */
    int deliver(Report report) {
        new Output(output).write(out -> format.writer().write(report, failOn, out));
        return Summary.of(report, failOn).exit();
    }
}
