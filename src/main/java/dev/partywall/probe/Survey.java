package dev.partywall.probe;

import dev.partywall.access.Inspection;
import dev.partywall.connect.Link;
import dev.partywall.connect.SessionContext;
import dev.partywall.failure.Failure;
import dev.partywall.profile.TenancyDeclaration.NullTenantMeans;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What there is to try.
 *
 * @param grounds in the order of their names
 * @param unjudged relations the app role has rights on that cannot be judged, with the reason
 */
record Survey(List<Ground> grounds, List<Unjudged> unjudged) {
    /** A relation whose rows nobody can be said to own. */
    record Unjudged(dev.partywall.catalog.Relation relation, String why) {}

    /** Reads the rights from the app side and the control from the bypass side. */
    static Survey of(Link link, Inspection inspection, ProbePlan plan) {
        Targets targets = Targets.of(inspection, plan);
        Map<Long, Rights> rights =
                link.read(SessionContext.app(Map.of()), "probe: rights", app -> Rights.read(app, targets.relations()));
        List<Target> reachable = targets.judged().stream()
                .filter(target -> rights.containsKey(target.relation().oid()))
                .toList();
        Map<Target, Tally> control = link.hasBypass()
                ? link.read(
                        SessionContext.bypass(),
                        "probe: control",
                        bypass -> Tallies.of(bypass, reachable, plan.tenants(), (target, failure) -> {}))
                : Map.of();
        Set<String> shared = shared(inspection);
        int major = inspection.snapshot().server().major();
        List<Ground> grounds = new ArrayList<>();
        for (Target target : reachable) {
            Rights right = rights.getOrDefault(target.relation().oid(), Rights.NONE);
            grounds.add(new Ground(target, right, control.get(target), shared, major));
        }
        return new Survey(
                List.copyOf(grounds),
                targets.unjudged().stream()
                        .filter(one -> rights.containsKey(one.relation().oid()))
                        .toList());
    }

    private static Set<String> shared(Inspection inspection) {
        Set<String> owners = new HashSet<>(inspection.tenancy().systemTenants());
        if (inspection.tenancy().nullTenantMeans() == NullTenantMeans.SHARED) {
            owners.add(Tally.NOBODY);
        }
        return owners;
    }

    /** Every tenant the control saw, those with most rows first. */
    List<String> owners() {
        Map<String, Long> rows = new java.util.TreeMap<>();
        for (Ground ground : grounds) {
            if (ground.control() != null && !ground.target().registry()) {
                ground.control().rows().forEach((owner, count) -> rows.merge(owner, count, Long::sum));
            }
        }
        return rows.keySet().stream()
                .filter(owner -> !owner.equals(Tally.NOBODY))
                .sorted(java.util.Comparator.comparing((String owner) -> -rows.getOrDefault(owner, 0L))
                        .thenComparing(owner -> owner))
                .toList();
    }

    /** Whether the failure is the server's answer, as against a lost connection. */
    static boolean isAnswer(Failure failure) {
        return failure.sqlState() != null && !failure.sqlState().startsWith("08");
    }
}
