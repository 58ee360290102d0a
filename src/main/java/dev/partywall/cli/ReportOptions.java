package dev.partywall.cli;

import dev.partywall.advisor.AcceptanceFile;
import dev.partywall.advisor.Baseline;
import dev.partywall.advisor.Severity;
import dev.partywall.report.Report;
import dev.partywall.report.ReportFormat;
import dev.partywall.report.Summary;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
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
            description = "Accepted findings: they do not count, new ones do, the stale are named.")
    private @Nullable Path baseline;

    @Option(
            names = "--suppressions",
            paramLabel = "FILE",
            description = "Findings suppressed with reason, author and last day; default: NAME.suppressions.json beside"
                    + " the profile, if it is there. A leak is never suppressed.")
    private @Nullable Path suppressions;

    @Option(
            names = "--write-baseline",
            paramLabel = "FILE",
            description = "Accept all findings of this run in this file, to be reviewed and kept with the code.")
    private @Nullable Path newBaseline;

    /**
     * Writes the report and answers the exit code.
     *
     * @param beside where the profile's suppressions would be; null where there is no profile
     * @param advised whether the advisor ran: only then can an acceptance be stale
     */
    int deliver(Report found, @Nullable Path beside, boolean advised) {
        Report report = advised ? found.judged(accepted(beside), LocalDate.now(ZoneId.systemDefault())) : found;
        if (newBaseline != null) {
            AcceptanceFile.BASELINE.write(unsuppressed(found, beside), newBaseline);
        }
        new Output(output).write(out -> format.writer().write(report, failOn, out));
        return Summary.of(report, failOn).exit();
    }

    private Baseline accepted(@Nullable Path beside) {
        Baseline known = baseline == null ? Baseline.NONE : AcceptanceFile.BASELINE.read(baseline);
        return known.with(suppressed(beside).acceptances());
    }

    private Baseline suppressed(@Nullable Path beside) {
        if (suppressions != null) {
            return AcceptanceFile.SUPPRESSIONS.read(suppressions);
        }
        return beside == null ? Baseline.NONE : AcceptanceFile.SUPPRESSIONS.readIfThere(beside);
    }

    /** What is suppressed stays out: once its day has passed, it shall count. */
    private Baseline unsuppressed(Report found, @Nullable Path beside) {
        Baseline suppressed = suppressed(beside);
        return Baseline.of(found.findings().stream()
                .filter(finding -> suppressed.acceptances().stream()
                        .noneMatch(known -> known.fingerprint().equals(finding.fingerprint())))
                .toList());
    }
}
