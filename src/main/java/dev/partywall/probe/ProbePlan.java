package dev.partywall.probe;

import dev.partywall.catalog.RelationName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * What to try.
 *
 * @param tenants the tenants to try as and against; empty: a handful is chosen
 * @param readOnly nothing that writes, not even to be rolled back
 * @param relations only these; empty: all the app role has any right on
 * @param probes only these ids; empty: all
 * @param beyondTransaction also tables whose triggers act where no rollback reaches
 * @param seeded whether rows of two made-up tenants are put in, tried and rolled back
 * @param budget how long looking at one relation may take in one session
 * @param connections how many pairs of connections work at once
 * @param order 0 for the usual order; any other number for another, which changes no verdict
 */
public record ProbePlan(
        List<String> tenants,
        boolean readOnly,
        Set<RelationName> relations,
        Set<String> probes,
        boolean beyondTransaction,
        boolean seeded,
        Duration budget,
        int connections,
        long order) {
    private static final Duration BUDGET = Duration.ofSeconds(10);
    /** Links keep four connections a side, and others work with them, too. */
    private static final int MOST_CONNECTIONS = 3;

    public ProbePlan {
        tenants = List.copyOf(tenants);
        relations = Set.copyOf(relations);
        probes = Set.copyOf(probes);
        connections = Math.clamp(connections, 1, MOST_CONNECTIONS);
    }

    /** Everything that leaves no trace, for a handful of tenants, on two pairs of connections. */
    public static ProbePlan usual() {
        return new ProbePlan(List.of(), false, Set.of(), Set.of(), false, false, BUDGET, 2, 0);
    }

    public ProbePlan withTenants(List<String> chosen) {
        return new ProbePlan(
                chosen, readOnly, relations, probes, beyondTransaction, seeded, budget, connections, order);
    }

    /** Nothing that writes, and so no rows of made-up tenants either. */
    public ProbePlan readingOnly() {
        return new ProbePlan(tenants, true, relations, probes, beyondTransaction, false, budget, connections, order);
    }

    public ProbePlan onlyRelations(Set<RelationName> chosen) {
        return new ProbePlan(tenants, readOnly, chosen, probes, beyondTransaction, seeded, budget, connections, order);
    }

    /** @param chosen ids */
    public ProbePlan onlyProbes(Set<String> chosen) {
        return new ProbePlan(
                tenants, readOnly, relations, chosen, beyondTransaction, seeded, budget, connections, order);
    }

    /** Also what triggers do that no rollback undoes. */
    public ProbePlan alsoBeyondTransaction() {
        return new ProbePlan(tenants, readOnly, relations, probes, true, seeded, budget, connections, order);
    }

    public ProbePlan withSeed() {
        return new ProbePlan(
                tenants, readOnly, relations, probes, beyondTransaction, !readOnly, budget, connections, order);
    }

    public ProbePlan within(Duration limit) {
        return new ProbePlan(
                tenants, readOnly, relations, probes, beyondTransaction, seeded, limit, connections, order);
    }

    public ProbePlan on(int pairs) {
        return new ProbePlan(tenants, readOnly, relations, probes, beyondTransaction, seeded, budget, pairs, order);
    }

    /** In another order. */
    public ProbePlan shuffled(long seed) {
        return new ProbePlan(
                tenants, readOnly, relations, probes, beyondTransaction, seeded, budget, connections, seed);
    }

    <T> List<T> inOrder(List<T> usual) {
        if (order == 0) {
            return usual;
        }
        List<T> shuffled = new ArrayList<>(usual);
        Collections.shuffle(shuffled, new Random(order));
        return shuffled;
    }

    boolean includes(RelationName relation) {
        return relations.isEmpty() || relations.contains(relation);
    }

    boolean includes(Probe probe) {
        return (!probe.writes() || !readOnly) && (probes.isEmpty() || probes.contains(probe.id()));
    }
}
