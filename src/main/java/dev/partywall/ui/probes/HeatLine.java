package dev.partywall.ui.probes;

import dev.partywall.catalog.ObjectRef;
import dev.partywall.catalog.RelationName;
import dev.partywall.probe.Outcome;
import dev.partywall.probe.Verdict;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One relation of the heat map: its attempts by probe. */
final class HeatLine {
    /** Relations with the worst verdicts first, those with more of them before others, then by name. */
    static final Comparator<HeatLine> WORST_FIRST = Comparator.comparing(
                    (HeatLine line) -> Outcome.WORST_FIRST.indexOf(line.worst()))
            .thenComparing(line -> -line.count(line.worst()))
            .thenComparing(HeatLine::name);

    private final ObjectRef object;
    private final Map<String, HeatCell> cells = new LinkedHashMap<>();

    HeatLine(ObjectRef object) {
        this.object = object;
    }

    void add(Verdict verdict) {
        cells.computeIfAbsent(verdict.probe(), probe -> new HeatCell()).add(verdict);
    }

    ObjectRef object() {
        return object;
    }

    /** Null for what is in no schema. */
    @Nullable
    RelationName relation() {
        String schema = object.schema();
        return schema == null ? null : new RelationName(schema, object.name());
    }

    String name() {
        String schema = object.schema();
        return schema == null || schema.equals("public") ? object.name() : schema + "." + object.name();
    }

    /** Null where the probe made no sense on this relation. */
    @Nullable
    HeatCell cell(String probe) {
        return cells.get(probe);
    }

    Collection<String> probes() {
        return cells.keySet();
    }

    int count(Outcome outcome) {
        return cells.values().stream().mapToInt(cell -> cell.count(outcome)).sum();
    }

    int size() {
        return cells.values().stream().mapToInt(HeatCell::size).sum();
    }

    Outcome worst() {
        return Outcome.WORST_FIRST.stream()
                .filter(outcome -> count(outcome) > 0)
                .findFirst()
                .orElseThrow();
    }

    /** All its verdicts, worst first. */
    List<Verdict> worstFirst() {
        return cells.values().stream()
                .flatMap(cell -> cell.worstFirst().stream())
                .sorted(HeatCell.WORSE)
                .toList();
    }
}
