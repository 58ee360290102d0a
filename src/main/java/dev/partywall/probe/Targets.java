package dev.partywall.probe;

import dev.partywall.access.Inspection;
import dev.partywall.catalog.Relation;
import dev.partywall.probe.Survey.Unjudged;
import dev.partywall.tenancy.Tenancy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The relations of a snapshot by whether their rows have an owner.
 *
 * @param judged in the order of their names
 * @param unjudged those whose rows have none, with the reason
 */
record Targets(List<Target> judged, List<Unjudged> unjudged) {
    static Targets of(Inspection inspection, ProbePlan plan) {
        Tenancy tenancy = inspection.tenancy();
        Routes routes = new Routes(inspection.snapshot(), tenancy);
        List<Target> judged = new ArrayList<>();
        List<Unjudged> unjudged = new ArrayList<>();
        inspection.snapshot().relations().stream()
                .filter(relation -> plan.includes(relation.name()))
                .filter(relation -> tenancy.schemas().isEmpty()
                        || tenancy.schemas().contains(relation.name().schema()))
                .sorted(Comparator.comparing(Relation::name))
                .forEach(relation -> {
                    if (tenancy.shared().contains(relation.name())) {
                        unjudged.add(new Unjudged(relation, "It is declared to be shared by every tenant."));
                        return;
                    }
                    routes.of(relation)
                            .ifPresentOrElse(
                                    ownership -> judged.add(new Target(
                                            relation,
                                            ownership,
                                            routes.ownerType(relation, ownership),
                                            routes.isRegistry(relation),
                                            Guards.of(relation, inspection.snapshot()))),
                                    () -> unjudged.add(new Unjudged(
                                            relation,
                                            "Nothing in it says whose a row is: no tenant column, and no key that leads"
                                                    + " to one. If every tenant may read it, declare it shared.")));
                });
        return new Targets(List.copyOf(judged), List.copyOf(unjudged));
    }

    List<Relation> relations() {
        return Stream.concat(
                        judged.stream().map(Target::relation), unjudged.stream().map(Unjudged::relation))
                .toList();
    }
}
