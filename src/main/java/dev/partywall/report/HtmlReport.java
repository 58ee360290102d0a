package dev.partywall.report;

import dev.partywall.advisor.Severity;
import dev.partywall.probe.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** One self-contained page, fit to hand to an auditor and to print: no script, nothing loaded from elsewhere. */
final class HtmlReport implements ReportWriter {
    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    @Override
    public void write(Report report, Severity failOn, Writer out) throws IOException {
        Summary summary = Summary.of(report, failOn);
        Html html = new Html(out);
        html.raw(
                        "<!DOCTYPE html>\n<html lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\"><head><meta charset=\"utf-8\"/>")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>")
                .put("title", "Partywall: " + report.place().database())
                .raw("<style>" + file("report.css") + "</style></head><body>\n");
        writeHead(report, summary, failOn, html);
        writeFigures(report, summary, html);
        HtmlSubject.write(report, html);
        writeProblems(report, html);
        HtmlFindings.write(report, summary, html);
        HtmlAttempts.write(report, summary, html);
        HtmlExceptions.write(report.exceptions(), html);
        html.raw(file("reading.html"));
        html.start("footer")
                .text("Partywall " + Tool.VERSION + ", " + TIME.format(report.finishedAt()))
                .end("footer")
                .raw("</body></html>\n");
    }

    private static String file(String name) throws IOException {
        try (InputStream file = HtmlReport.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void writeHead(Report report, Summary summary, Severity failOn, Html html) throws IOException {
        html.start("header", "exit" + summary.exit())
                .put("p", "kicker", "Tenant isolation report")
                .put("h1", report.place().database())
                .put("p", "outcome", Phrases.outcome(report, summary, failOn))
                .put(
                        "p",
                        "where",
                        report.place().host() + ":" + report.place().port() + ", " + TIME.format(report.startedAt()))
                .end("header");
    }

    private static void writeFigures(Report report, Summary summary, Html html) throws IOException {
        html.start("section", "figures");
        for (Severity severity : Severity.values()) {
            figure(summary.count(severity), severity.word(), severity.word(), html);
        }
        figure(summary.accepted(), "accepted", "plain", html);
        html.end("section");
        if (report.parts().contains(Verification.Part.PROBE)) {
            html.start("section", "figures");
            for (Outcome outcome : Outcome.WORST_FIRST) {
                figure(summary.count(outcome), outcome.word(), outcome.word(), html);
            }
            html.end("section");
        }
    }

    private static void figure(int number, String word, String tone, Html html) throws IOException {
        html.start("div", "figure " + (number == 0 ? "zero" : tone))
                .put("b", "%,d".formatted(number))
                .put("span", word)
                .end("div");
    }

    private static void writeProblems(Report report, Html html) throws IOException {
        if (report.problems().isEmpty()) {
            return;
        }
        html.put("h2", "Could not be run").start("ul", "problems");
        for (String problem : report.problems()) {
            html.put("li", problem);
        }
        html.end("ul");
    }
}
