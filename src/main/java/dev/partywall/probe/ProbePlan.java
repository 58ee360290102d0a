package dev.partywall.probe;

import dev.partywall.catalog.RelationName;
import java.util.List;
import java.util.Set;

/**
 * What to try.
 *
 * @param tenants the tenants to try as and against; empty: a handful is chosen
 * @param readOnly nothing that writes, not even to be rolled back
 * @param relations only these; empty: all the app role has any right on
 * @param probes only these ids; empty: all
 * @param beyondTransaction also tables whose triggers act where no rollback reaches
 */
public record ProbePlan(
        List<String> tenants,
        boolean readOnly,
        Set<RelationName> relations,
        Set<String> probes,
        boolean beyondTransaction) {
    public ProbePlan {
        tenants = List.copyOf(tenants);
        relations = Set.copyOf(relations);
        probes = Set.copyOf(probes);
    }

    /** Everything that leaves no trace, for a handful of tenants. */
    public static ProbePlan usual() {
        return new ProbePlan(List.of(), false, Set.of(), Set.of(), false);
    }

    public ProbePlan withTenants(List<String> chosen) {
        return new ProbePlan(chosen, readOnly, relations, probes, beyondTransaction);
    }

    public ProbePlan readingOnly() {
        return new ProbePlan(tenants, true, relations, probes, beyondTransaction);
    }

    boolean includes(RelationName relation) {
        return relations.isEmpty() || relations.contains(relation);
    }

    boolean includes(Probe probe) {
        return (!probe.writes() || !readOnly) && (probes.isEmpty() || probes.contains(probe.id()));
    }
}
