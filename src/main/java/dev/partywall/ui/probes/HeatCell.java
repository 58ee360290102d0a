package dev.partywall.ui.probes;

import dev.partywall.probe.Outcome;
import dev.partywall.probe.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The attempts of one kind on one relation: one for each session and tenant. Grows while a run goes on. */
final class HeatCell {
    /** Worst first; what is alike stays in the order in which it was tried. */
    static final Comparator<Verdict> WORSE =
            Comparator.comparing(verdict -> Outcome.WORST_FIRST.indexOf(verdict.outcome()));

    private final List<Verdict> verdicts = new ArrayList<>();
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);

    void add(Verdict verdict) {
        verdicts.add(verdict);
        counts.merge(verdict.outcome(), 1, Integer::sum);
    }

    /** What the cell shows. A cell is never empty. */
    Outcome worst() {
        return Outcome.WORST_FIRST.stream()
                .filter(counts::containsKey)
                .findFirst()
                .orElseThrow();
    }

    int count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }

    int size() {
        return verdicts.size();
    }

    List<Verdict> worstFirst() {
        return verdicts.stream().sorted(WORSE).toList();
    }
}
