package dev.partywall.advisor;

import dev.partywall.catalog.Column;
import dev.partywall.catalog.Constraint;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.Policy;
import dev.partywall.catalog.Relation;
import dev.partywall.profile.TenancyDeclaration.UnsetMeans;
import dev.partywall.tenancy.Tenancy;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the condition by which this database tells a tenant's own rows, for the SQL of a fix. */
public final class TenantPredicate {
    private static final List<String> TEXT = List.of("text", "character varying", "varchar", "character", "bpchar");

    private final Landscape landscape;

    public TenantPredicate(Landscape landscape) {
        this.landscape = landscape;
    }

    /** The tenant of the session, as a value of the column's type; empty where it does not come from one plain setting. */
    public Optional<String> currentTenant(Column column) {
        return setting().map(name -> {
            String value = "NULLIF(current_setting(" + Identifiers.literal(name) + ", true), '')";
            return TEXT.contains(column.baseType()) ? value : value + "::" + column.baseType();
        });
    }

    /** The condition on a tenant table, or on a child through its parent. */
    public Optional<String> of(Relation relation) {
        return landscape
                .tenantColumn(relation)
                .map(column -> onColumn(relation, column))
                .orElseGet(() -> landscape.parentOf(relation).flatMap(key -> throughParent(relation, key)));
    }

    /** The condition on the registry, whose key is the tenant. */
    public Optional<String> ofRegistry(Relation registry, String key) {
        return registry.column(key).flatMap(column -> onColumn(registry, column));
    }

    private Optional<String> onColumn(Relation relation, Column column) {
        if (landscape.tenancy().unsetMeans() == UnsetMeans.EVERYTHING) {
            return commonest(relation, column);
        }
        return currentTenant(column)
                .map(tenant -> Identifiers.quote(column.name()) + " = " + tenant)
                .or(() -> commonest(relation, column));
    }

    /** The parent's own row security decides, so the condition need only find the parent. */
    private Optional<String> throughParent(Relation child, Constraint key) {
        return landscape.relation(key.references()).map(parent -> {
            StringBuilder condition =
                    new StringBuilder("EXISTS (SELECT 1 FROM " + parent.name().sql() + " parent WHERE ");
            for (int i = 0; i < key.columns().size(); i++) {
                condition
                        .append(i == 0 ? "" : " AND ")
                        .append("parent."
                                + Identifiers.quote(key.referencedColumns().get(i)))
                        .append(" = " + Identifiers.quote(child.name().name()))
                        .append("." + Identifiers.quote(key.columns().get(i)));
            }
            return condition.append(")").toString();
        });
    }

    /** What most other tables with such a column ask, where the tenancy is not one plain setting. */
    private Optional<String> commonest(Relation relation, Column column) {
        Map<String, Integer> seen = new LinkedHashMap<>();
        landscape.tenantTables().stream()
                .filter(table -> !table.equals(relation))
                .filter(table -> landscape
                        .tenantColumn(table)
                        .filter(other -> other.name().equals(column.name())
                                && other.baseType().equals(column.baseType()))
                        .isPresent())
                .flatMap(table -> table.policies().stream())
                .filter(Policy::permissive)
                .map(Policy::using)
                .filter(using -> using != null && using.contains(column.name()) && !using.contains("SELECT"))
                .forEach(using -> seen.merge(using, 1, Integer::sum));
        return seen.entrySet().stream()
                .max(Comparator.comparing(Map.Entry::getValue))
                .map(Map.Entry::getKey);
    }

    private Optional<String> setting() {
        Tenancy tenancy = landscape.tenancy();
        boolean plain = !tenancy.namesPersons() && tenancy.loginRoles().isEmpty();
        return tenancy.settings().entrySet().stream()
                .filter(entry -> plain && entry.getValue().equals("{tenant}"))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
