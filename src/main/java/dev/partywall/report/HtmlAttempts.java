package dev.partywall.report;

import dev.partywall.probe.Outcome;
import dev.partywall.probe.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The attempts of the HTML report: what went through, with the SQL that does it again, and a map of all of them. */
final class HtmlAttempts {
    private static final Comparator<Verdict> WORSE =
            Comparator.comparing(verdict -> Outcome.WORST_FIRST.indexOf(verdict.outcome()));

    private HtmlAttempts() {}

    static void write(Report report, Summary summary, Html html) throws IOException {
        if (!report.parts().contains(Verification.Part.PROBE)) {
            return;
        }
        writeTold(report, html);
        html.start("h2")
                .text("All attempts ")
                .put("small", Phrases.verdicts(summary))
                .end("h2");
        writeLegend(html);
        writeMap(report, html);
    }

    /** Leaks and failures, by what was tried on which relation: the first in full, the others folded. */
    private static void writeTold(Report report, Html html) throws IOException {
        Collection<List<Verdict>> told = Phrases.worthTelling(report);
        if (told.isEmpty()) {
            return;
        }
        html.put("h2", "What one tenant could do to another");
        for (List<Verdict> alike : told) {
            Verdict first = alike.getFirst();
            html.start("article", first.outcome().word())
                    .start("h4")
                    .put(
                            "span",
                            "tag " + first.outcome().word(),
                            first.outcome().word())
                    .text(first.command() + " on " + Phrases.object(first.object()))
                    .end("h4")
                    .put("p", first.evidence());
            if (!first.replay().isBlank()) {
                html.put("pre", first.replay());
            }
            writeOthers(alike.subList(1, alike.size()), html);
            html.end("article");
        }
    }

    private static void writeOthers(List<Verdict> others, Html html) throws IOException {
        if (others.isEmpty()) {
            return;
        }
        html.start("details")
                .put("summary", others.size() == 1 ? "1 more like it" : others.size() + " more like it")
                .start("ul");
        for (Verdict other : others) {
            html.put("li", other.evidence());
        }
        html.end("ul").end("details");
    }

    private static void writeLegend(Html html) throws IOException {
        html.start("p", "legend");
        for (Outcome outcome : Outcome.WORST_FIRST) {
            html.put("span", "cell " + outcome.word(), outcome.letter()).text(" " + outcome.word() + "  ");
        }
        html.end("p");
    }

    private static void writeMap(Report report, Html html) throws IOException {
        Set<String> probes = new LinkedHashSet<>();
        report.verdicts().forEach(verdict -> probes.add(verdict.probe()));
        html.start("table", "map").start("thead").start("tr").put("th", "Relation");
        for (String probe : probes) {
            html.start("th").put("span", probe).end("th");
        }
        html.end("tr").end("thead").start("tbody");
        for (Map.Entry<String, Map<String, List<Verdict>>> line : lines(report)) {
            html.start("tr").put("th", line.getKey());
            for (String probe : probes) {
                writeCell(line.getValue().getOrDefault(probe, List.of()), html);
            }
            html.end("tr");
        }
        html.end("tbody").end("table");
    }

    private static void writeCell(List<Verdict> verdicts, Html html) throws IOException {
        if (verdicts.isEmpty()) {
            html.start("td").end("td");
            return;
        }
        Outcome worst = verdicts.stream().min(WORSE).orElseThrow().outcome();
        long same = verdicts.stream().filter(each -> each.outcome() == worst).count();
        html.titled(
                "td", "cell " + worst.word(), worst.word() + ": " + same + " of " + verdicts.size(), worst.letter());
    }

    /** Relations by probe; the worst first. */
    private static List<Map.Entry<String, Map<String, List<Verdict>>>> lines(Report report) {
        Map<String, Map<String, List<Verdict>>> lines = new LinkedHashMap<>();
        report.verdicts().stream()
                .sorted(WORSE.thenComparing(verdict -> Phrases.object(verdict.object())))
                .forEach(
                        verdict -> lines.computeIfAbsent(Phrases.object(verdict.object()), key -> new LinkedHashMap<>())
                                .computeIfAbsent(verdict.probe(), key -> new ArrayList<>())
                                .add(verdict));
        return List.copyOf(lines.entrySet());
    }
}
