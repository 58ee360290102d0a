package dev.partywall.report;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Severity;
import dev.partywall.connect.Attestation;
import dev.partywall.probe.Outcome;
import dev.partywall.probe.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One self-contained page, fit to hand to an auditor: no script, nothing loaded from elsewhere. */
final class HtmlReport implements ReportWriter {
    @Override
    public void write(Report report, Severity failOn, Writer out) throws IOException {
        Summary summary = Summary.of(report, failOn);
        out.write("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
        out.write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        out.write("<title>Partywall: " + escape(report.place().database()) + "</title><style>" + style()
                + "</style></head><body>\n");
        writeHead(report, summary, failOn, out);
        writeProblems(report, out);
        writeFindings(report, summary, out);
        writeLeaks(report, out);
        writeMatrix(report, summary, out);
        out.write("</body></html>\n");
    }

    private static String style() throws IOException {
        try (InputStream file = HtmlReport.class.getResourceAsStream("report.css")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void writeHead(Report report, Summary summary, Severity failOn, Writer out) throws IOException {
        Inspection inspection = report.inspection();
        out.write("<header class=\"exit" + summary.exit() + "\"><h1>"
                + escape(report.place().database()) + "</h1><p class=\"outcome\">"
                + escape(Phrases.outcome(report, summary, failOn)) + "</p></header>\n<dl>");
        entry(
                out,
                "Server",
                report.place().host() + ":" + report.place().port() + ", PostgreSQL "
                        + inspection.snapshot().server().text());
        entry(out, "App role", identity(inspection.app()));
        entry(out, "Bypass role", inspection.bypass() == null ? "none" : identity(inspection.bypass()));
        entry(
                out,
                "Tenant setting",
                String.join(", ", inspection.tenancy().settings().keySet()));
        entry(out, "Tenant column", inspection.tenancy().tenantColumn());
        entry(out, "Run", report.startedAt() + " to " + report.finishedAt() + ", Partywall " + Tool.VERSION);
        out.write("</dl>\n");
    }

    private static String identity(Attestation who) {
        String attributes = who.superuser() ? "superuser" : who.bypassRls() ? "BYPASSRLS" : "row security applies";
        return who.currentUser() + " (" + attributes + ")";
    }

    private static void entry(Writer out, String term, @Nullable String text) throws IOException {
        if (text != null && !text.isEmpty()) {
            out.write("<dt>" + escape(term) + "</dt><dd>" + escape(text) + "</dd>");
        }
    }

    private static void writeProblems(Report report, Writer out) throws IOException {
        if (report.problems().isEmpty()) {
            return;
        }
        out.write("<h2>Could not be run</h2><ul class=\"problems\">");
        for (String problem : report.problems()) {
            out.write("<li>" + escape(problem) + "</li>");
        }
        out.write("</ul>\n");
    }

    private static void writeFindings(Report report, Summary summary, Writer out) throws IOException {
        out.write("<h2>Findings <small>" + escape(Phrases.findings(summary)) + "</small></h2>\n");
        for (Finding finding : report.findings()) {
            out.write("<article><h3><span class=\"tag " + finding.severity().word() + "\">"
                    + finding.severity().word() + "</span> " + escape(finding.title()) + "</h3>");
            out.write("<p class=\"where\">" + escape(finding.id()) + " · " + escape(Phrases.object(finding.object()))
                    + " · " + finding.direction().word() + " · " + finding.fingerprint() + "</p>");
            out.write("<p>" + escape(finding.detail()) + "</p><p>" + escape(finding.evidence()) + "</p>");
            out.write("<pre>" + escape(finding.fix()) + "</pre></article>\n");
        }
    }

    private static void writeLeaks(Report report, Writer out) throws IOException {
        List<Verdict> told = report.verdicts().stream()
                .filter(verdict -> verdict.outcome() == Outcome.LEAKED || verdict.outcome() == Outcome.FAILED)
                .toList();
        if (told.isEmpty()) {
            return;
        }
        out.write("<h2>What one tenant could do to another</h2>\n");
        for (Verdict verdict : told) {
            out.write("<article><h3><span class=\"tag " + verdict.outcome().word() + "\">"
                    + verdict.outcome().word() + "</span> " + escape(verdict.command()) + " on "
                    + escape(Phrases.object(verdict.object())) + ", " + escape(Phrases.context(verdict)) + "</h3>");
            out.write(
                    "<p>" + escape(verdict.evidence()) + "</p><pre>" + escape(verdict.replay()) + "</pre></article>\n");
        }
    }

    private static void writeMatrix(Report report, Summary summary, Writer out) throws IOException {
        out.write("<h2>Attempts <small>" + escape(Phrases.verdicts(summary)) + "</small></h2>\n");
        out.write("<table><thead><tr><th>Relation</th>");
        for (Outcome outcome : Outcome.values()) {
            out.write("<th>" + outcome.word() + "</th>");
        }
        out.write("</tr></thead><tbody>\n");
        for (Map.Entry<String, int[]> row : countsByRelation(report).entrySet()) {
            out.write("<tr><th>" + escape(row.getKey()) + "</th>");
            for (Outcome outcome : Outcome.values()) {
                int count = row.getValue()[outcome.ordinal()];
                out.write(count == 0 ? "<td></td>" : "<td class=\"" + outcome.word() + "\">" + count + "</td>");
            }
            out.write("</tr>\n");
        }
        out.write("</tbody></table>\n");
    }

    private static Map<String, int[]> countsByRelation(Report report) {
        Map<String, int[]> counts = new TreeMap<>();
        for (Verdict verdict : report.verdicts()) {
            counts.computeIfAbsent(Phrases.object(verdict.object()), key -> new int[Outcome.values().length])[
                    verdict.outcome().ordinal()]++;
        }
        return counts;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
