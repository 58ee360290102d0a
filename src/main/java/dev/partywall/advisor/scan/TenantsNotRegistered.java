package dev.partywall.advisor.scan;

import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Landscape;
import dev.partywall.advisor.Severity;
import dev.partywall.catalog.Column;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.catalog.Relation;
import dev.partywall.connect.Session;
import dev.partywall.connect.Sql;
import dev.partywall.tenancy.TenantRegistry;
import java.util.List;
import java.util.Set;

/** Tenants that occur in the data and that the registry does not know. */
public final class TenantsNotRegistered implements Scan {
    private static final int SHOWN = 10;

    @Override
    public String id() {
        return "orphan-tenant";
    }

    @Override
    public List<Look> looks(Landscape landscape, Depth depth) {
        TenantRegistry registry = landscape.tenancy().registry();
        if (registry == null) {
            return List.of();
        }
        return landscape.tenantTables().stream()
                .filter(table -> !table.partitionOf())
                .flatMap(table -> landscape.tenantColumn(table).stream()
                        .filter(column -> !isTied(landscape, table, column))
                        .map(column -> (Look) new Question(
                                "tenants of " + table.name() + " against the registry",
                                session -> look(
                                        session,
                                        table,
                                        column,
                                        registry,
                                        landscape.tenancy().systemTenants()))))
                .toList();
    }

    /** A foreign key to the registry leaves nothing to look for. */
    private static boolean isTied(Landscape landscape, Relation table, Column column) {
        return table.foreignKeys().stream()
                .anyMatch(key -> key.validated()
                        && landscape.isRegistry(key.references())
                        && key.columns().equals(List.of(column.name())));
    }

    private List<Finding> look(
            Session session, Relation table, Column column, TenantRegistry registry, Set<String> system) {
        String tenant = "t." + Identifiers.quote(column.name()) + "::text";
        String sql = "SELECT DISTINCT " + tenant + " FROM " + table.name().sql() + " t WHERE t."
                + Identifiers.quote(column.name()) + " IS NOT NULL AND " + tenant + " NOT IN (SELECT r."
                + Identifiers.quote(registry.key()) + "::text FROM "
                + registry.table().sql() + " r WHERE r."
                + Identifiers.quote(registry.key()) + " IS NOT NULL) ORDER BY 1 LIMIT ?::bigint";
        List<String> unknown = session.list(Sql.of(sql, SHOWN + system.size() + 1L), row -> row.get(1)).stream()
                .filter(found -> !system.contains(found))
                .toList();
        return unknown.isEmpty() ? List.of() : List.of(finding(table, column, registry, unknown));
    }

    private Finding finding(Relation table, Column column, TenantRegistry registry, List<String> unknown) {
        String names = String.join(", ", unknown.subList(0, Math.min(SHOWN, unknown.size())))
                + (unknown.size() > SHOWN ? " and more" : "");
        return new Finding(
                id(),
                Severity.LOW,
                Direction.NEUTRAL,
                ObjectRef.partOf(table.name(), ObjectRef.Kind.COLUMN, column.name()),
                table.name() + " has rows of tenants that " + registry.table() + " does not know",
                "Left behind by tenants that are gone, or written with a mistyped tenant: nobody will ask for them, "
                        + "and whoever gets such an id next inherits them.",
                "Not in " + registry.table() + ": " + names + ".",
                "ALTER TABLE " + table.name().sql() + " ADD FOREIGN KEY (" + Identifiers.quote(column.name())
                        + ") REFERENCES " + registry.table().sql() + " (" + Identifiers.quote(registry.key())
                        + ") NOT VALID;\n-- then delete or assign the rows, and VALIDATE CONSTRAINT");
    }
}
