package dev.partywall.advisor.scan;

import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Landscape;
import dev.partywall.advisor.Severity;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.catalog.Relation;
import dev.partywall.connect.Session;
import dev.partywall.connect.Sql;
import dev.partywall.tenancy.TenantRegistry;
import java.util.List;

/** Tenants of the registry that have no row anywhere: against them nothing can be shown. */
public final class TenantsWithoutRows implements Scan {
    private static final int ASKED = 1000;
    private static final int SHOWN = 10;
    private static final String SEPARATOR = "\u001f";

    @Override
    public String id() {
        return "tenant-without-rows";
    }

    @Override
    public List<Look> looks(Landscape landscape, Depth depth) {
        TenantRegistry registry = landscape.tenancy().registry();
        return registry == null || landscape.tenantTables().isEmpty()
                ? List.of()
                : List.of(new Question("tenants without rows", session -> look(session, landscape, registry)));
    }

    private List<Finding> look(Session session, Landscape landscape, TenantRegistry registry) {
        String key = "r." + Identifiers.quote(registry.key()) + "::text";
        List<String> left = session.list(
                Sql.of(
                        "SELECT " + key + " FROM " + registry.table().sql() + " r WHERE " + key
                                + " IS NOT NULL ORDER BY 1 LIMIT ?::bigint",
                        (long) ASKED),
                row -> row.get(1));
        for (Relation table : landscape.tenantTables()) {
            if (!left.isEmpty() && !table.partitionOf()) {
                left = withoutRows(session, landscape, table, left);
            }
        }
        return left.isEmpty() ? List.of() : List.of(finding(registry, left));
    }

    private static List<String> withoutRows(
            Session session, Landscape landscape, Relation table, List<String> tenants) {
        String column = "t."
                + Identifiers.quote(landscape.tenantColumn(table).orElseThrow().name());
        String type = landscape.tenantColumn(table).orElseThrow().type();
        return session.list(
                Sql.of(
                        "SELECT k FROM unnest(string_to_array(?::text, ?::text)) AS k WHERE NOT EXISTS (SELECT 1 FROM "
                                + table.name().sql() + " t WHERE " + column + " = k::" + type + ")",
                        String.join(SEPARATOR, tenants),
                        SEPARATOR),
                row -> row.get(1));
    }

    private Finding finding(TenantRegistry registry, List<String> tenants) {
        String names = String.join(", ", tenants.subList(0, Math.min(SHOWN, tenants.size())))
                + (tenants.size() > SHOWN ? " and " + (tenants.size() - SHOWN) + " more" : "");
        return new Finding(
                id(),
                Severity.INFO,
                Direction.NEUTRAL,
                new ObjectRef(
                        ObjectRef.Kind.TABLE,
                        registry.table().schema(),
                        null,
                        registry.table().name()),
                tenants.size() + " tenants of " + registry.table() + " have no rows",
                "Nothing can be leaked of them, and nothing can be shown against them: probes choose other tenants.",
                "Without rows: " + names + ".",
                "Nothing to do.");
    }
}
