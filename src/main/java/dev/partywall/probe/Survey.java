package dev.partywall.probe;

import dev.partywall.access.Inspection;
import dev.partywall.catalog.Relation;
import dev.partywall.connect.Link;
import dev.partywall.connect.SessionContext;
import dev.partywall.profile.TenancyDeclaration.NullTenantMeans;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What there is to try.
 *
 * @param grounds in the order of their names
 * @param unjudged relations the app role has rights on that cannot be judged, with the reason
 */
record Survey(List<Ground> grounds, List<Unjudged> unjudged) {
    /** A relation whose rows nobody can be said to own. */
    record Unjudged(Relation relation, String why) {}

    /** Reads the rights from the app side and the control from the bypass side. */
    static Survey of(Link link, Inspection inspection, ProbePlan plan) {
        Targets targets = new Targets(inspection);
        List<Relation> relations = targets.relations(plan);
        Map<Long, Rights> rights =
                link.read(SessionContext.app(Map.of()), "probe: rights", app -> Rights.read(app, relations));
        List<Relation> reachable = relations.stream()
                .filter(relation -> rights.containsKey(relation.oid()))
                .toList();
        List<Target> judged = reachable.stream()
                .flatMap(relation -> targets.of(relation).stream())
                .toList();
        Controls controls = Controls.of(link, judged, plan.tenants());
        Set<String> shared = shared(inspection);
        List<Ground> grounds = new ArrayList<>();
        List<Unjudged> unjudged = new ArrayList<>();
        for (Relation relation : reachable) {
            Optional<Target> target = targets.of(relation).filter(controls::tellsTenants);
            target.ifPresentOrElse(
                    one -> grounds.add(new Ground(
                            one,
                            rights.getOrDefault(relation.oid(), Rights.NONE),
                            controls.of(one).orElse(null),
                            shared,
                            Apart.from(inspection, relation),
                            inspection.snapshot().server().major())),
                    () -> unjudged.add(targets.unjudged(relation)));
        }
        return new Survey(List.copyOf(grounds), List.copyOf(unjudged));
    }

    private static Set<String> shared(Inspection inspection) {
        Set<String> owners = new HashSet<>(inspection.tenancy().systemTenants());
        if (inspection.tenancy().nullTenantMeans() == NullTenantMeans.SHARED) {
            owners.add(Tally.NOBODY);
        }
        return owners;
    }

    /** Every tenant the control saw. */
    List<String> owners() {
        return grounds.stream()
                .filter(ground -> ground.control() != null)
                .flatMap(ground -> ground.control().rows().keySet().stream())
                .filter(owner -> !owner.equals(Tally.NOBODY))
                .distinct()
                .sorted()
                .toList();
    }
}
