package dev.partywall.report;

import dev.partywall.advisor.Exceptions;
import dev.partywall.advisor.Finding;
import java.io.IOException;

/** What the HTML report does not count: each finding with who accepted it, why, and until when. */
final class HtmlExceptions {
    private HtmlExceptions() {}

    static void write(Exceptions exceptions, Html html) throws IOException {
        if (exceptions.isEmpty()) {
            return;
        }
        html.start("h2")
                .text("Accepted, not counted ")
                .put("small", String.valueOf(exceptions.accepted().size()))
                .end("h2");
        for (Exceptions.Accepted accepted : exceptions.accepted()) {
            Finding finding = accepted.finding();
            html.start("article", "accepted")
                    .start("h4")
                    .put("span", "tag", finding.severity().word())
                    .text(finding.title())
                    .end("h4")
                    .put(
                            "p",
                            "where",
                            finding.id() + " · " + Phrases.object(finding.object()) + " · " + finding.fingerprint())
                    .put("p", Phrases.sentence(accepted.by().words()))
                    .end("article");
        }
        html.start("ul");
        for (String remark : Phrases.remarks(exceptions)) {
            html.put("li", remark);
        }
        html.end("ul");
    }
}
