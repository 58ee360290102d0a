package dev.partywall.probe;

import java.util.Comparator;
import java.util.List;

/** The order in which a run is told, whatever the order in which it was done. */
final class VerdictOrder {
    private static final Comparator<Verdict> ORDER = Comparator.comparing(
                    (Verdict verdict) -> String.valueOf(verdict.object().schema()))
            .thenComparing(verdict -> verdict.object().name())
            .thenComparingInt(verdict -> place(verdict.probe()))
            .thenComparing(verdict -> verdict.context().way())
            .thenComparing(verdict -> String.valueOf(verdict.context().role()))
            .thenComparing(verdict -> verdict.context().kind())
            .thenComparing(verdict -> String.valueOf(verdict.context().tenant()))
            .thenComparing(Verdict::evidence);

    private static final Comparator<Differential> DIFFERENTIALS = Comparator.comparing(
                    (Differential one) -> String.valueOf(one.object().schema()))
            .thenComparing(one -> one.object().name())
            .thenComparing(Differential::tenant);

    private VerdictOrder() {}

    static List<Verdict> sorted(List<Verdict> verdicts) {
        return verdicts.stream().sorted(ORDER).toList();
    }

    static List<Differential> sortedDifferentials(List<Differential> differentials) {
        return differentials.stream().sorted(DIFFERENTIALS).toList();
    }

    private static int place(String probe) {
        return Probes.named(probe).map(Probes.all()::indexOf).orElse(-1);
    }
}
