package dev.partywall.tenancy;

import dev.partywall.catalog.Column;
import dev.partywall.catalog.Constraint;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which table lists the tenants. */
final class RegistryDetection {
    private static final List<String> LABELS =
            List.of("name", "label", "title", "display_name", "company_name", "company", "slug", "subdomain", "code");
    private static final List<String> STATUSES =
            List.of("status", "state", "is_active", "active", "enabled", "is_enabled");

    private final Observations observations;
    private final List<Relation> inScope;

    RegistryDetection(Observations observations, List<Relation> inScope) {
        this.observations = observations;
        this.inScope = inScope;
    }

    /** A registry and why it is taken for one. */
    record Found(TenantRegistry registry, String reason) {}

    /** The table that tenant columns refer to, else one whose own key is compared with the setting, else one so called. */
    Optional<Found> found(Set<String> tenantColumns, Set<String> settings) {
        return referenced(tenantColumns)
                .or(() -> compared(settings))
                .or(() -> oneRowEach(tenantColumns))
                .or(() -> named(tenantColumns));
    }

    private Optional<Found> referenced(Set<String> tenantColumns) {
        Map<List<Object>, Integer> targets = new HashMap<>();
        for (Relation relation : inScope) {
            for (Constraint key : relation.foreignKeys()) {
                boolean toRegistry = key.columns().size() == 1
                        && tenantColumns.contains(key.columns().getFirst());
                RelationName target = key.references();
                if (toRegistry && target != null && !target.equals(relation.name())) {
                    targets.merge(List.of(target, key.referencedColumns().getFirst()), 1, Integer::sum);
                }
            }
        }
        return targets.entrySet().stream()
                .max(Comparator.<Map.Entry<List<Object>, Integer>>comparingInt(Map.Entry::getValue)
                        .thenComparing(entry -> entry.getKey().toString()))
                .flatMap(entry -> observations
                        .relation((RelationName) entry.getKey().getFirst())
                        .map(table -> new Found(
                                registry(table, (String) entry.getKey().getLast()),
                                "the tenant columns of " + Words.tables(entry.getValue()) + " refer to it")));
    }

    private Optional<Found> compared(Set<String> settings) {
        return observations.comparisons().stream()
                .filter(comparison -> comparison.direct()
                        && settings.contains(String.valueOf(comparison.what().setting())))
                .flatMap(comparison -> observations
                        .relation(comparison.policyOf())
                        .filter(table -> NameHints.isRegistryName(table.name().name()))
                        .filter(table -> singleKey(table)
                                .filter(comparison.what().column()::equals)
                                .isPresent())
                        .map(table -> new Found(
                                registry(table, comparison.what().column()),
                                "it is named for tenants and its policy compares its key with the setting"))
                        .stream())
                .findFirst();
    }

    private Optional<Found> oneRowEach(Set<String> tenantColumns) {
        return inScope.stream()
                .filter(table -> NameHints.isRegistryName(table.name().name()))
                .flatMap(table -> tenantColumns.stream()
                        .filter(column -> isUnique(table, column))
                        .map(column ->
                                new Found(registry(table, column), "it is named for tenants and has one row for each")))
                .findFirst();
    }

    private static boolean isUnique(Relation table, String column) {
        return table.indexes().stream()
                .anyMatch(index -> index.unique()
                        && index.predicate() == null
                        && index.keys().equals(List.of(Identifiers.quote(column))));
    }

    private Optional<Found> named(Set<String> tenantColumns) {
        return inScope.stream()
                .filter(Relation::isTable)
                .filter(table -> NameHints.isRegistryName(table.name().name()))
                .filter(table -> table.columns().stream().map(Column::name).noneMatch(tenantColumns::contains))
                .sorted(Comparator.comparingInt(table -> isCalledTenant(table) ? 0 : 1))
                .flatMap(table ->
                        singleKey(table)
                                .map(key -> new Found(registry(table, key), "it is named for tenants"))
                                .stream())
                .findFirst();
    }

    private static boolean isCalledTenant(Relation table) {
        return NameHints.words(table.name().name()).getFirst().startsWith("tenant");
    }

    static Optional<String> singleKey(Relation table) {
        return table.primaryKey()
                .filter(key -> key.columns().size() == 1)
                .map(key -> key.columns().getFirst());
    }

    static TenantRegistry registry(Relation table, String key) {
        return new TenantRegistry(
                table.name(), key, label(table, key), first(table, STATUSES).orElse(null));
    }

    static @Nullable String label(Relation table, String key) {
        return first(table, LABELS).filter(label -> !label.equals(key)).orElse(null);
    }

    static Optional<String> first(Relation table, List<String> names) {
        return names.stream()
                .flatMap(name -> table.columns().stream()
                        .map(Column::name)
                        .filter(column -> NameHints.spelling(column).equals(NameHints.spelling(name))))
                .findFirst();
    }
}
