package dev.partywall.tenancy;

import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.Column;
import dev.partywall.catalog.Constraint;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds for any relation how its rows belong to tenants. */
public final class TenantPaths {
    private static final int MOST_HOPS = 5;

    private final Map<RelationName, Relation> relations = new HashMap<>();
    private final Map<RelationName, String> columns;
    private final @Nullable TenantRegistry registry;

    private record Step(Relation at, List<TenantPath.Hop> hops) {}

    TenantPaths(CatalogSnapshot snapshot, Map<RelationName, String> columns, @Nullable TenantRegistry registry) {
        snapshot.relations().forEach(relation -> relations.put(relation.name(), relation));
        this.columns = Map.copyOf(columns);
        this.registry = registry;
    }

    public static TenantPaths of(CatalogSnapshot snapshot, Tenancy tenancy) {
        return new TenantPaths(snapshot, tenancy.columns(), tenancy.registry());
    }

    /**
     * The shortest way to a tenant; among equals the one whose keys are NOT NULL. The registry's own rows belong to the
     * tenant they list. Empty where no way of at most five foreign keys leads to a tenant.
     */
    public Optional<TenantPath> of(RelationName name) {
        Relation start = relations.get(name);
        if (start == null) {
            return Optional.empty();
        }
        Deque<Step> open = new ArrayDeque<>(List.of(new Step(start, List.of())));
        Set<RelationName> seen = new HashSet<>(Set.of(name));
        while (!open.isEmpty()) {
            Step step = open.removeFirst();
            Optional<String> column = tenantColumn(step.at().name());
            if (column.isPresent()) {
                return Optional.of(new TenantPath(name, step.hops(), column.get()));
            }
            if (step.hops().size() < MOST_HOPS) {
                next(step).stream()
                        .filter(further -> seen.add(further.at().name()))
                        .forEach(open::addLast);
            }
        }
        return Optional.empty();
    }

    private List<Step> next(Step step) {
        List<Step> steps = new ArrayList<>();
        step.at().foreignKeys().stream()
                .sorted(Comparator.comparing((Constraint key) -> mayBeNull(step.at(), key))
                        .thenComparing(Constraint::name))
                .forEach(key -> {
                    RelationName to = key.references();
                    Relation target = to == null ? null : relations.get(to);
                    if (to != null && target != null) {
                        List<TenantPath.Hop> hops = new ArrayList<>(step.hops());
                        hops.add(new TenantPath.Hop(key.name(), key.columns(), to, key.referencedColumns()));
                        steps.add(new Step(target, hops));
                    }
                });
        return steps;
    }

    private static boolean mayBeNull(Relation relation, Constraint key) {
        return key.columns().stream()
                .flatMap(column -> relation.column(column).stream())
                .anyMatch((Column column) -> !column.notNull());
    }

    private Optional<String> tenantColumn(RelationName name) {
        return registry != null && isRegistry(name)
                ? Optional.of(registry.key())
                : Optional.ofNullable(columns.get(name));
    }

    boolean isRegistry(RelationName name) {
        return registry != null && registry.table().equals(name);
    }
}
