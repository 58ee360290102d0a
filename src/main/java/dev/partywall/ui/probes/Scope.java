package dev.partywall.ui.probes;

import dev.partywall.catalog.RelationName;
import dev.partywall.probe.ProbePlan;
import dev.partywall.probe.Verdict;
import java.util.Set;

/**
 * What one press of the button tries.
 *
 * @param relations empty: all
 * @param probes empty: all
 */
record Scope(Set<RelationName> relations, Set<String> probes) {
    static final Scope EVERYTHING = new Scope(Set.of(), Set.of());

    boolean isEverything() {
        return relations.isEmpty() && probes.isEmpty();
    }

    ProbePlan plan(boolean readOnly) {
        ProbePlan plan = ProbePlan.usual().onlyRelations(relations).onlyProbes(probes);
        return readOnly ? plan.readingOnly() : plan;
    }

    /** Whether a run of this scope makes that attempt anew. */
    boolean covers(Verdict verdict) {
        String schema = verdict.object().schema();
        boolean relation = relations.isEmpty()
                || schema != null
                        && relations.contains(
                                new RelationName(schema, verdict.object().name()));
        return relation && (probes.isEmpty() || probes.contains(verdict.probe()));
    }
}
