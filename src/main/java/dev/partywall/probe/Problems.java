package dev.partywall.probe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What kept a run from being complete, one sentence for each relation. */
final class Problems {
    private static final int MOST = 20;

    private Problems() {}

    /** Without a control nothing could be judged, which is said in one sentence elsewhere. */
    static List<String> of(Ledger ledger, boolean controlled) {
        return Stream.concat(ledger.problems().stream(), controlled ? of(ledger.verdicts()).stream() : Stream.empty())
                .toList();
    }

    private static List<String> of(List<Verdict> verdicts) {
        Map<String, String> first = new LinkedHashMap<>();
        verdicts.stream()
                .filter(verdict -> verdict.incomplete() && verdict.outcome() == Outcome.NOT_RUN)
                .forEach(verdict -> first.putIfAbsent(
                        verdict.object().schema() + "." + verdict.object().name(), verdict.evidence()));
        List<String> sentences = first.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> one.getKey() + " could not be judged: " + one.getValue())
                .toList();
        return sentences.size() <= MOST
                ? sentences
                : Stream.concat(
                                sentences.stream().limit(MOST),
                                Stream.of((sentences.size() - MOST) + " more relations could not be judged."))
                        .toList();
    }
}
