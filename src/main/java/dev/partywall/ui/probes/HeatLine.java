package dev.partywall.ui.probes;

import dev.partywall.catalog.ObjectRef;
import dev.partywall.probe.Outcome;
import dev.partywall.probe.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One relation of the heat map: its verdicts by probe. */
record HeatLine(ObjectRef object, Map<String, List<Verdict>> byProbe) {
    /** What matters most comes first: leaks, then what broke, then what proves nothing. What was not run says why, and hides nothing. */
    static final List<Outcome> WORST_FIRST = List.of(
            Outcome.LEAKED, Outcome.FAILED, Outcome.VACUOUS, Outcome.ISOLATED, Outcome.BLOCKED, Outcome.NOT_RUN);

    static final Comparator<Verdict> WORSE = Comparator.comparing(verdict -> WORST_FIRST.indexOf(verdict.outcome()));

    /** Relations with leaks first, then by name. */
    static List<HeatLine> of(List<Verdict> verdicts) {
        Map<ObjectRef, Map<String, List<Verdict>>> lines = new LinkedHashMap<>();
        for (Verdict verdict : verdicts) {
            lines.computeIfAbsent(verdict.object(), object -> new LinkedHashMap<>())
                    .computeIfAbsent(verdict.probe(), probe -> new ArrayList<>())
                    .add(verdict);
        }
        return lines.entrySet().stream()
                .map(entry -> new HeatLine(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing((HeatLine line) -> line.leaks() == 0)
                        .thenComparing(HeatLine::name))
                .toList();
    }

    String name() {
        String schema = object.schema();
        return schema == null || schema.equals("public") ? object.name() : schema + "." + object.name();
    }

    long leaks() {
        return byProbe.values().stream()
                .flatMap(List::stream)
                .filter(verdict -> verdict.outcome() == Outcome.LEAKED)
                .count();
    }

    /** The verdicts of one probe, worst first. */
    List<Verdict> of(String probe) {
        return byProbe.getOrDefault(probe, List.of()).stream().sorted(WORSE).toList();
    }

    /** All its verdicts, worst first. */
    List<Verdict> all() {
        return byProbe.values().stream().flatMap(List::stream).sorted(WORSE).toList();
    }

    /** Whether the worst verdict of this line came of that probe. */
    boolean worstIs(@Nullable String probe) {
        return probe != null && all().getFirst().probe().equals(probe);
    }
}
