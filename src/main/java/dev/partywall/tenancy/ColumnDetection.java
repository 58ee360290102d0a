package dev.partywall.tenancy;

import dev.partywall.catalog.Column;
import dev.partywall.catalog.Constraint;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import dev.partywall.expression.TenantComparison;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which column of each relation holds the tenant. */
final class ColumnDetection {
    private final Observations observations;
    private final List<Relation> inScope;
    private final Set<String> settings;

    ColumnDetection(Observations observations, List<Relation> inScope, Set<String> settings) {
        this.observations = observations;
        this.inScope = inScope;
        this.settings = settings;
    }

    /** How many relations compare a column of each name with the tenant, the registry's key aside. */
    Map<String, Integer> votes(@Nullable RelationName registry) {
        Map<String, Set<RelationName>> tables = new LinkedHashMap<>();
        for (Observations.Comparison comparison : observations.comparisons()) {
            if (speaks(comparison) && !comparison.what().relation().equals(registry)) {
                tables.computeIfAbsent(column(comparison), name -> new HashSet<>())
                        .add(comparison.policyOf());
            }
        }
        Map<String, Integer> votes = new LinkedHashMap<>();
        tables.forEach((name, relations) -> votes.put(name, relations.size()));
        return votes;
    }

    /** The usual name: the most votes, then what defaults fill from the setting, then what names and keys suggest. */
    Optional<String> usual(@Nullable RelationName registry) {
        Map<String, Integer> scores = new HashMap<>();
        votes(registry).forEach((name, count) -> scores.merge(name, 10 * count + NameHints.tenant(name), Integer::sum));
        observations.defaults().stream()
                .filter(read -> settings.contains(read.setting()))
                .forEach(read -> scores.merge(read.column(), 3, Integer::sum));
        if (scores.isEmpty()) {
            byKeys(registry)
                    .forEach((name, count) -> scores.merge(name, count + 2 * NameHints.tenant(name), Integer::sum));
        }
        if (scores.isEmpty()) {
            byName().forEach((name, count) -> scores.merge(name, count, Integer::sum));
        }
        return scores.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }

    private Map<String, Integer> byKeys(@Nullable RelationName registry) {
        Map<String, Integer> found = new HashMap<>();
        inScope.forEach(relation -> relation.foreignKeys().stream()
                .filter(key -> registry != null
                        && registry.equals(key.references())
                        && key.columns().size() == 1)
                .forEach(key -> found.merge(key.columns().getFirst(), 1, Integer::sum)));
        return found;
    }

    /** Columns called tenant_id, orgId and the like; at least two tables must have one of that name. */
    private Map<String, Integer> byName() {
        Map<String, Integer> found = new HashMap<>();
        inScope.stream()
                .filter(Relation::isTable)
                .flatMap(relation -> relation.columns().stream())
                .map(Column::name)
                .filter(ColumnDetection::namesTenant)
                .forEach(name -> found.merge(name, 1, Integer::sum));
        found.values().removeIf(count -> count < 2);
        return found;
    }

    private static boolean namesTenant(String column) {
        List<String> words = NameHints.words(column);
        return NameHints.tenant(column) > 0 && words.size() <= 2 && !words.contains("name");
    }

    /** The tenant column of each relation that has one. */
    Map<RelationName, String> columns(String usual, @Nullable TenantRegistry registry) {
        Map<RelationName, String> columns = new LinkedHashMap<>();
        for (Relation relation : inScope) {
            boolean isRegistry = registry != null && registry.table().equals(relation.name());
            if (!isRegistry) {
                column(relation, usual, registry).ifPresent(name -> columns.put(relation.name(), name));
            }
        }
        return columns;
    }

    private Optional<String> column(Relation relation, String usual, @Nullable TenantRegistry registry) {
        if (relation.column(usual).isPresent()) {
            return Optional.of(usual);
        }
        Set<String> candidates = new LinkedHashSet<>();
        relation.columns().stream()
                .map(Column::name)
                .filter(name -> NameHints.spelling(name).equals(NameHints.spelling(usual)))
                .forEach(candidates::add);
        candidates.addAll(compared(relation));
        candidates.addAll(registry == null ? Set.of() : keysTo(relation, registry));
        return candidates.stream().findFirst();
    }

    private Set<String> compared(Relation relation) {
        Set<String> names = new LinkedHashSet<>();
        observations.comparisons().stream()
                .filter(comparison -> comparison.policyOf().equals(relation.name()) && speaks(comparison))
                .filter(comparison -> comparison.direct() || comparison.what().fedColumn() != null)
                .forEach(comparison -> names.add(column(comparison)));
        names.removeIf(name -> relation.column(name).isEmpty());
        return names;
    }

    /** The one column that refers to the registry; where several do, none is certain. */
    private static Set<String> keysTo(Relation relation, TenantRegistry registry) {
        Set<String> names = new LinkedHashSet<>();
        for (Constraint key : relation.foreignKeys()) {
            int at = registry.table().equals(key.references())
                    ? key.referencedColumns().indexOf(registry.key())
                    : -1;
            if (at >= 0) {
                names.add(key.columns().get(at));
            }
        }
        return names.size() == 1 ? names : Set.of();
    }

    private boolean speaks(Observations.Comparison comparison) {
        String setting = comparison.what().setting();
        return (setting == null ? settings.isEmpty() : settings.contains(setting)) && !throughParent(comparison);
    }

    /** {@code parent_id IN (SELECT id FROM parents WHERE tenant = ...)}: the column leads to the parent, not to a tenant. */
    private boolean throughParent(Observations.Comparison comparison) {
        String fed = comparison.what().fedColumn();
        if (fed == null || comparison.direct() || !holdsTenant(comparison.what())) {
            return false;
        }
        boolean refers = observations
                .relation(comparison.policyOf())
                .filter(child -> child.foreignKeys().stream()
                        .anyMatch(key -> key.columns().contains(fed)
                                && comparison.what().relation().equals(key.references())))
                .isPresent();
        return refers || NameHints.tenant(fed) <= 0;
    }

    /** The compared column of the sub-select is called like a tenant or refers to a list of them. */
    private boolean holdsTenant(TenantComparison comparison) {
        boolean refers = observations
                .relation(comparison.relation())
                .filter(relation -> relation.foreignKeys().stream()
                        .anyMatch(key -> key.columns().equals(List.of(comparison.column()))))
                .isPresent();
        return refers || NameHints.tenant(comparison.column()) > 0;
    }

    /** A column that must be among a mapping's results stands for the tenant; otherwise the compared one does. */
    private static String column(Observations.Comparison comparison) {
        String fed = comparison.what().fedColumn();
        return fed == null || comparison.direct() ? comparison.what().column() : fed;
    }
}
