package dev.partywall.probe;

import dev.partywall.access.Inspection;
import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.Constraint;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import dev.partywall.probe.Survey.Unjudged;
import dev.partywall.tenancy.Tenancy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sorts the relations of a snapshot by whether their rows have an owner. */
final class Targets {
    private static final String OWNERLESS =
            "Nothing in it says whose a row is: no tenant column, and no key that leads to one. If every"
                    + " tenant may read it, declare it shared.";

    private final CatalogSnapshot snapshot;
    private final Tenancy tenancy;
    private final Routes routes;
    private final Map<RelationName, Optional<Target>> found = new HashMap<>();

    Targets(Inspection inspection) {
        this.snapshot = inspection.snapshot();
        this.tenancy = inspection.tenancy();
        this.routes = new Routes(snapshot, tenancy);
    }

    /** Those the plan asks for, in the order of their names. */
    List<Relation> relations(ProbePlan plan) {
        return snapshot.relations().stream()
                .filter(relation -> plan.includes(relation.name()))
                .filter(relation -> tenancy.schemas().isEmpty()
                        || tenancy.schemas().contains(relation.name().schema()))
                .sorted(Comparator.comparing(Relation::name))
                .toList();
    }

    /** Empty where nobody can be said to own the rows. */
    Optional<Target> of(Relation relation) {
        Optional<Target> known = found.get(relation.name());
        if (known == null) {
            known = tenancy.shared().contains(relation.name())
                    ? Optional.empty()
                    : routes.of(relation).map(ownership -> target(relation, ownership));
            found.put(relation.name(), known);
        }
        return known;
    }

    /** For a relation whose document was thought to name tenants, and does not. */
    static Unjudged ownerless(Relation relation) {
        return new Unjudged(relation, OWNERLESS);
    }

    /** Why a relation is not judged. */
    Unjudged unjudged(Relation relation) {
        return new Unjudged(
                relation,
                tenancy.shared().contains(relation.name())
                        ? "It is declared to be shared by every tenant."
                        : OWNERLESS);
    }

    private Target target(Relation relation, Ownership ownership) {
        List<Target> bases = bases(relation);
        Guards guards = Guards.of(relation, snapshot);
        for (Target base : bases) {
            guards = guards.and(base.guarded());
        }
        return new Target(
                relation,
                ownership,
                routes.ownerType(relation, ownership),
                routes.isRegistry(relation),
                guards,
                relation.view() == null ? key(relation) : shownKey(relation, bases),
                routes.isRegistry(relation) ? List.of() : Reference.of(relation, ownership, snapshot, routes),
                routes.isRegistry(relation) ? List.of() : NaturalKeys.of(relation, ownership),
                bases);
    }

    private List<Target> bases(Relation relation) {
        List<Target> bases = new ArrayList<>();
        if (relation.kind() == Relation.Kind.VIEW && relation.view() != null) {
            relation.view()
                    .reads()
                    .forEach(name -> snapshot.relation(name)
                            .filter(base -> !base.name().equals(relation.name()))
                            .flatMap(this::of)
                            .ifPresent(bases::add));
        }
        return bases;
    }

    /** The primary key, or a unique key where there is none. */
    private static List<String> key(Relation relation) {
        return relation.primaryKey()
                .or(() -> relation.constraints().stream()
                        .filter(constraint -> constraint.kind() == Constraint.Kind.UNIQUE)
                        .findFirst())
                .map(Constraint::columns)
                .orElse(List.of());
    }

    /** The key of the one table a view is made of, if the view shows it. */
    private static List<String> shownKey(Relation view, List<Target> bases) {
        if (bases.size() != 1) {
            return List.of();
        }
        List<String> key = bases.getFirst().key();
        boolean shown = key.stream().allMatch(column -> view.column(column).isPresent());
        return shown ? key : List.of();
    }
}
