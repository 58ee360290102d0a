package dev.partywall.advisor.rules;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Landscape;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Relation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Schemas that repeat the same tables, one per tenant, and the app role may read more than one of them without row security. */
public final class SchemasOfOtherTenants implements Rule {
    @Override
    public String id() {
        return "schema-per-tenant-open";
    }

    private static final int TABLES_ALIKE = 2;

    @Override
    public List<Finding> check(Inspection inspection) {
        Landscape landscape = Landscape.of(inspection);
        Map<String, Set<String>> open = new TreeMap<>();
        for (Relation table : landscape.tables()) {
            if (!table.rowSecurity()
                    && !table.partitionOf()
                    && !landscape.isDeclaredShared(table)
                    && landscape.reach().may(table, Privilege.SELECT)) {
                open.computeIfAbsent(table.name().schema(), name -> new TreeSet<>())
                        .add(table.name().name());
            }
        }
        List<String> twins = open.entrySet().stream()
                .filter(schema -> open.entrySet().stream()
                        .anyMatch(other -> !other.getKey().equals(schema.getKey())
                                && areAlike(schema.getValue(), other.getValue())))
                .map(Map.Entry::getKey)
                .toList();
        return twins.stream().map(schema -> finding(landscape, schema, twins)).toList();
    }

    private static boolean areAlike(Set<String> tables, Set<String> others) {
        Set<String> both = new TreeSet<>(tables);
        both.retainAll(others);
        return both.size() >= TABLES_ALIKE && both.size() * 2 >= Math.max(tables.size(), others.size());
    }

    private Finding finding(Landscape landscape, String schema, List<String> twins) {
        return new Finding(
                id(),
                Severity.HIGH,
                Direction.FAIL_OPEN,
                new ObjectRef(ObjectRef.Kind.SCHEMA, null, null, schema),
                "The app role may read schema " + Identifiers.quote(schema) + " whatever the session's tenant is",
                "The schemas " + String.join(", ", twins) + " hold the same tables, one tenant each it seems. "
                        + "Only the search path keeps them apart, and any statement can name another schema.",
                landscape.reach().app() + " has USAGE on it and SELECT on tables without row security in it.",
                "REVOKE USAGE ON SCHEMA " + Identifiers.quote(schema) + " FROM "
                        + Identifiers.quote(landscape.reach().app())
                        + ";\n-- and a role of its own for each tenant's schema");
    }
}
