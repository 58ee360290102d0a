package dev.partywall.ui.probes;

import dev.partywall.catalog.ObjectRef;
import dev.partywall.probe.Outcome;
import dev.partywall.probe.Probe;
import dev.partywall.probe.Probes;
import dev.partywall.probe.Verdict;
import dev.partywall.report.RunChanges;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The verdicts of a run as relations by probes, and what of it changed since an earlier run. */
final class HeatMap {
    private final Map<ObjectRef, HeatLine> lines = new LinkedHashMap<>();
    private final Set<Place> changed = new HashSet<>();

    /** A cell by its place. */
    private record Place(ObjectRef object, String probe) {
        static Place of(Verdict verdict) {
            return new Place(verdict.object(), verdict.probe());
        }
    }

    /**
     * Which lines to show.
     *
     * @param typed a part of the relation's name
     * @param outcomes relations with at least one of these; empty: any
     * @param onlyChanged relations of which something changed
     */
    record Filter(String typed, Set<Outcome> outcomes, boolean onlyChanged) {}

    void add(Collection<Verdict> verdicts) {
        verdicts.forEach(verdict ->
                lines.computeIfAbsent(verdict.object(), HeatLine::new).add(verdict));
    }

    /** Marks the cells in which attempts came to another verdict, or were not made before. */
    void mark(RunChanges changes) {
        changed.clear();
        Stream.of(changes.leaking(), changes.mended(), changes.other())
                .flatMap(List::stream)
                .forEach(change -> changed.add(Place.of(change.now())));
        changes.added().forEach(verdict -> changed.add(Place.of(verdict)));
    }

    boolean isChanged(HeatLine line, String probe) {
        return changed.contains(new Place(line.object(), probe));
    }

    /** The probes that were tried, in the order in which they are listed; those of older runs after. */
    List<String> probes() {
        List<String> known = Probes.all().stream().map(Probe::id).toList();
        return lines.values().stream()
                .flatMap(line -> line.probes().stream())
                .distinct()
                .sorted(Comparator.comparingInt(id -> known.contains(id) ? known.indexOf(id) : known.size()))
                .toList();
    }

    List<HeatLine> shown(Filter filter) {
        return lines.values().stream()
                .filter(line -> line.name().toLowerCase(Locale.ROOT).contains(filter.typed()))
                .filter(line -> filter.outcomes().isEmpty()
                        || filter.outcomes().stream().anyMatch(outcome -> line.count(outcome) > 0))
                .filter(line ->
                        !filter.onlyChanged() || line.probes().stream().anyMatch(probe -> isChanged(line, probe)))
                .sorted(HeatLine.WORST_FIRST)
                .toList();
    }

    /** The line of a relation; null when nothing was tried on it. */
    @Nullable
    HeatLine line(ObjectRef object) {
        return lines.get(object);
    }

    /** How many attempts there are. */
    int size() {
        return lines.values().stream().mapToInt(HeatLine::size).sum();
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }
}
