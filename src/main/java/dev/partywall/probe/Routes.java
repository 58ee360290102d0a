package dev.partywall.probe;

import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.Column;
import dev.partywall.catalog.Constraint;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import dev.partywall.probe.Ownership.Own;
import dev.partywall.probe.Ownership.Step;
import dev.partywall.probe.Ownership.Via;
import dev.partywall.probe.Ownership.Within;
import dev.partywall.tenancy.Tenancy;
import dev.partywall.tenancy.TenantRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds how the owner of a relation's rows can be told. */
final class Routes {
    private static final int FARTHEST = 4;

    private final CatalogSnapshot snapshot;
    private final Tenancy tenancy;

    Routes(CatalogSnapshot snapshot, Tenancy tenancy) {
        this.snapshot = snapshot;
        this.tenancy = tenancy;
    }

    /** The registry by its key, a tenant column, foreign keys, what a view shows of a key, a JSON document: in this order. */
    Optional<Ownership> of(Relation relation) {
        return own(relation)
                .<Ownership>map(Own::new)
                .or(() -> viaKeys(relation, List.of()))
                .or(() -> viaView(relation))
                .or(() -> within(relation));
    }

    /** Whether it is the list of tenants, or a view that shows nothing but that. */
    boolean isRegistry(Relation relation) {
        TenantRegistry registry = tenancy.registry();
        if (registry == null) {
            return false;
        }
        return relation.name().equals(registry.table())
                || (relation.view() != null && relation.view().reads().equals(List.of(registry.table())));
    }

    /** Whether its rows are declared to be everybody's. */
    boolean isShared(Relation relation) {
        return tenancy.shared().contains(relation.name());
    }

    /** The column of the relation itself that says whose a row is. */
    Optional<String> own(Relation relation) {
        TenantRegistry registry = tenancy.registry();
        if (registry != null && isRegistry(relation)) {
            return relation.column(registry.key()).map(Column::name);
        }
        return tenancy.columnOf(relation.name())
                .or(() -> relation.parents().stream()
                        .flatMap(parent -> tenancy.columnOf(parent).stream())
                        .findFirst())
                .or(() -> Optional.ofNullable(tenancy.tenantColumn()))
                .or(() -> toRegistry(relation))
                .filter(column -> relation.column(column).isPresent())
                .or(() -> toRegistry(relation));
    }

    /** A column that points at the list of tenants is a tenant column, whatever it is called. */
    private Optional<String> toRegistry(Relation relation) {
        TenantRegistry registry = tenancy.registry();
        return registry == null
                ? Optional.empty()
                : relation.foreignKeys().stream()
                        .filter(key -> registry.table().equals(key.references())
                                && key.columns().size() == 1
                                && key.referencedColumns().equals(List.of(registry.key()))
                                && binds(relation, key))
                        .map(key -> key.columns().getFirst())
                        .findFirst();
    }

    private Optional<Ownership> viaKeys(Relation relation, List<Step> before) {
        if (before.size() == FARTHEST) {
            return Optional.empty();
        }
        List<Constraint> keys = relation.foreignKeys().stream()
                .filter(key -> binds(relation, key) && !relation.name().equals(key.references()))
                .toList();
        for (Constraint key : keys) {
            Optional<Ownership> ends = parent(key)
                    .flatMap(parent -> own(parent)
                            .filter(column -> !isRegistry(parent))
                            .map(column -> new Via(and(before, key), column)));
            if (ends.isPresent()) {
                return ends;
            }
        }
        return keys.stream()
                .flatMap(key -> parent(key).flatMap(parent -> viaKeys(parent, and(before, key))).stream())
                .findFirst();
    }

    /** A key that may be left open, and does not take the row along, says who touched a row rather than whose it is. */
    private static boolean binds(Relation relation, Constraint key) {
        return "CASCADE".equals(key.onDelete())
                || key.columns().stream()
                        .allMatch(column ->
                                relation.column(column).map(Column::notNull).orElse(false));
    }

    private Optional<Relation> parent(Constraint key) {
        return Optional.ofNullable(key.references()).flatMap(snapshot::relation);
    }

    private static List<Step> and(List<Step> before, Constraint key) {
        List<Step> steps = new ArrayList<>(before);
        steps.add(new Step(key.columns(), Objects.requireNonNull(key.references()), key.referencedColumns()));
        return steps;
    }

    /** A view that shows the key of one tenant table, or a key that points at one. */
    private Optional<Ownership> viaView(Relation relation) {
        Relation.@Nullable View view = relation.view();
        if (view == null) {
            return Optional.empty();
        }
        List<Via> found = new ArrayList<>();
        for (RelationName name : view.reads()) {
            snapshot.relation(name)
                    .ifPresent(base -> shownKey(relation, view, base).ifPresent(found::add));
        }
        boolean clear = found.stream()
                        .map(via -> via.steps().getFirst().from())
                        .distinct()
                        .count()
                == found.size();
        return clear ? found.stream().<Ownership>map(via -> via).findFirst() : Optional.empty();
    }

    private Optional<Via> shownKey(Relation shown, Relation.View view, Relation base) {
        Optional<String> owner = own(base);
        List<String> key = base.primaryKey().map(Constraint::columns).orElse(List.of());
        if (owner.isPresent() && !isRegistry(base) && !key.isEmpty() && shows(shown, view, base, key)) {
            return Optional.of(new Via(List.of(new Step(key, base.name(), key)), owner.get()));
        }
        return Optional.empty();
    }

    private static boolean shows(Relation shown, Relation.View view, Relation base, List<String> columns) {
        return columns.stream()
                .allMatch(column -> view.readColumns().contains(new Relation.ReadColumn(base.name(), column))
                        && shown.column(column)
                                .map(Column::baseType)
                                .equals(base.column(column).map(Column::baseType)));
    }

    /** A document that names the tenant; whether it does is for the data to show. */
    private Optional<Ownership> within(Relation relation) {
        String key = tenancy.tenantColumn();
        return key == null
                ? Optional.empty()
                : relation.columns().stream()
                        .filter(column -> Set.of("json", "jsonb").contains(column.baseType()))
                        .<Ownership>map(column -> new Within(column.name(), key))
                        .findFirst();
    }

    /** The type of the tenant where the route ends. */
    String ownerType(Relation relation, Ownership ownership) {
        return switch (ownership) {
            case Own own -> type(Optional.of(relation), own.column());
            case Via via -> type(snapshot.relation(via.steps().getLast().to()), via.column());
            case Within within -> "text";
        };
    }

    private static String type(Optional<Relation> relation, String column) {
        return Target.castable(relation.flatMap(found -> found.column(column))
                .map(Column::baseType)
                .orElse("text"));
    }
}
