package dev.partywall.report;

import dev.partywall.advisor.Family;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Rules;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** The findings of the HTML report, under what they let happen, and what was looked for and not found. */
final class HtmlFindings {
    private HtmlFindings() {}

    static void write(Report report, Summary summary, Html html) throws IOException {
        if (!report.parts().contains(Verification.Part.ADVISE)) {
            return;
        }
        html.start("h2")
                .text("Findings ")
                .put("small", Phrases.findings(summary))
                .end("h2");
        for (Family family : Family.values()) {
            List<Finding> same = report.findings().stream()
                    .filter(finding -> Rules.familyOf(finding.id()) == family)
                    .toList();
            if (!same.isEmpty()) {
                html.put("h3", "family", family.heading());
            }
            for (Finding finding : same) {
                writeFinding(finding, html);
            }
        }
        writeClear(report, html);
    }

    private static void writeFinding(Finding finding, Html html) throws IOException {
        html.start("article", finding.severity().word())
                .start("h4")
                .put(
                        "span",
                        "tag " + finding.severity().word(),
                        finding.severity().word())
                .text(finding.title())
                .end("h4")
                .put(
                        "p",
                        "where",
                        finding.id() + " · " + Phrases.object(finding.object()) + " · "
                                + finding.direction().word() + " · " + finding.fingerprint())
                .put("p", finding.detail())
                .start("p")
                .put("b", "Evidence")
                .text(" " + finding.evidence())
                .end("p")
                .start("p")
                .put("b", "Fix")
                .end("p")
                .put("pre", finding.fix())
                .end("article");
    }

    private static void writeClear(Report report, Html html) throws IOException {
        List<Family> clear =
                Arrays.stream(Family.values()).filter(report::isClear).toList();
        if (clear.isEmpty()) {
            return;
        }
        html.put("h3", "family", "Looked for and not found").start("ul", "clear");
        for (Family family : clear) {
            html.put("li", family.clear());
        }
        html.end("ul");
    }
}
