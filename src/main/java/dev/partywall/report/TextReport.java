package dev.partywall.report;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Exceptions;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Severity;
import dev.partywall.connect.Attestation;
import dev.partywall.probe.Verdict;
import dev.partywall.tenancy.Evidence;
import dev.partywall.tenancy.Tenancy;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/** The report for a terminal: who looked, what is wrong worst first, what the attempts showed, and the outcome. */
final class TextReport implements ReportWriter {
    @Override
    public void write(Report report, Severity failOn, Writer out) throws IOException {
        Summary summary = Summary.of(report, failOn);
        writeHead(report, out);
        writeTenancy(report.inspection().tenancy(), out);
        line(out, "");
        line(out, "Findings: " + Phrases.findings(summary));
        for (Finding finding : report.findings()) {
            writeFinding(finding, out);
        }
        writeExceptions(report.exceptions(), out);
        line(out, "");
        line(out, "Attempts: " + Phrases.verdicts(summary));
        for (List<Verdict> alike : Phrases.worthTelling(report)) {
            writeVerdicts(alike, out);
        }
        for (String problem : report.problems()) {
            line(out, "  COULD NOT RUN  " + problem);
        }
        line(out, "");
        line(out, Phrases.outcome(report, summary, failOn) + " (exit " + summary.exit() + ")");
    }

    private static void writeHead(Report report, Writer out) throws IOException {
        Inspection inspection = report.inspection();
        Report.Place place = report.place();
        line(
                out,
                "Partywall %s: %s on %s:%d, PostgreSQL %s"
                        .formatted(
                                Tool.VERSION,
                                place.database(),
                                place.host(),
                                place.port(),
                                inspection.snapshot().server().text()));
        line(out, "App role     " + identity(inspection.app()));
        Attestation bypass = inspection.bypass();
        line(out, "Bypass role  " + (bypass == null ? "none: nothing could be controlled" : identity(bypass)));
    }

    private static String identity(Attestation who) {
        String attributes = who.superuser() ? "superuser" : who.bypassRls() ? "BYPASSRLS" : "row security applies";
        return who.currentUser() + " (" + attributes + ")";
    }

    private static void writeTenancy(Tenancy tenancy, Writer out) throws IOException {
        String settings = tenancy.settings().isEmpty()
                ? "no setting"
                : String.join(", ", tenancy.settings().keySet());
        String column = tenancy.tenantColumn() == null ? "no tenant column" : tenancy.tenantColumn();
        String registry = tenancy.registry() == null
                ? "no registry"
                : "registry " + tenancy.registry().table();
        line(out, "Tenancy      " + settings + ", " + column + ", " + registry);
        for (Evidence evidence : tenancy.evidence()) {
            line(out, "  detected   " + evidence.part() + " = " + evidence.value() + ": " + evidence.reason());
        }
    }

    private static void writeFinding(Finding finding, Writer out) throws IOException {
        line(
                out,
                "  %-8s  %s: %s"
                        .formatted(
                                Phrases.capitals(finding.severity()), finding.id(), Phrases.object(finding.object())));
        indented(out, finding.title());
        indented(out, finding.evidence());
        indented(out, "Fix: " + finding.fix());
    }

    private static void writeExceptions(Exceptions exceptions, Writer out) throws IOException {
        if (!exceptions.isEmpty()) {
            line(out, "");
            line(out, "Accepted, not counted: " + exceptions.accepted().size());
        }
        for (Exceptions.Accepted accepted : exceptions.accepted()) {
            Finding finding = accepted.finding();
            line(
                    out,
                    "  %-8s  %s: %s"
                            .formatted(finding.severity().word(), finding.id(), Phrases.object(finding.object())));
            indented(out, Phrases.sentence(accepted.by().words()));
        }
        for (String remark : Phrases.remarks(exceptions)) {
            line(out, "  " + remark);
        }
    }

    private static void writeVerdicts(List<Verdict> alike, Writer out) throws IOException {
        Verdict first = alike.getFirst();
        line(
                out,
                "  %-8s  %s on %s, %s"
                        .formatted(
                                first.outcome().word().toUpperCase(Locale.ROOT),
                                first.command(),
                                Phrases.object(first.object()),
                                Phrases.context(first)));
        indented(out, first.evidence());
        if (alike.size() > 1) {
            indented(out, "The same in " + (alike.size() - 1) + " more attempts.");
        }
    }

    private static void indented(Writer out, String text) throws IOException {
        for (String part : text.strip().split("\n")) {
            line(out, "            " + part);
        }
    }

    private static void line(Writer out, String text) throws IOException {
        out.write(text.stripTrailing() + System.lineSeparator());
    }
}
