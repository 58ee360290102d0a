package dev.partywall.advisor.scan;

import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Landscape;
import dev.partywall.advisor.Part;
import dev.partywall.advisor.Severity;
import dev.partywall.catalog.Constraint;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.catalog.Relation;
import dev.partywall.connect.Session;
import dev.partywall.connect.Sql;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows of one tenant that refer to another tenant's rows. */
public final class RowsOfAnothersParent implements Scan {
    @Override
    public String id() {
        return "cross-tenant-reference";
    }

    @Override
    public List<Look> looks(Landscape landscape, Depth depth) {
        return landscape.tenantTables().stream()
                .filter(table -> !table.partitionOf())
                .flatMap(table -> table.foreignKeys().stream().flatMap(key -> look(landscape, table, key, depth)))
                .toList();
    }

    private Stream<Look> look(Landscape landscape, Relation table, Constraint key, Depth depth) {
        return landscape.relation(key.references()).stream()
                .filter(parent -> landscape.part(parent) == Part.TENANT)
                .filter(parent -> !pairsTenants(landscape, table, key, parent))
                .map(parent -> new Question(
                        "rows of " + table.name() + " against " + parent.name(),
                        session -> ask(session, landscape, table, key, parent, depth)));
    }

    /** A key that carries the tenant leaves nothing to look for. */
    private static boolean pairsTenants(Landscape landscape, Relation table, Constraint key, Relation parent) {
        int own = key.columns().indexOf(tenant(landscape, table));
        return own >= 0 && key.referencedColumns().get(own).equals(tenant(landscape, parent));
    }

    private static String tenant(Landscape landscape, Relation table) {
        return landscape.tenantColumn(table).orElseThrow().name();
    }

    private List<Finding> ask(
            Session session, Landscape landscape, Relation table, Constraint key, Relation parent, Depth depth) {
        String own = "c." + Identifiers.quote(tenant(landscape, table)) + "::text";
        String theirs = "p." + Identifiers.quote(tenant(landscape, parent)) + "::text";
        Set<String> system = landscape.tenancy().systemTenants();
        String sql = "SELECT count(*), min(own), min(theirs) FROM (SELECT " + own + " AS own, " + theirs
                + " AS theirs FROM " + table.name().sql() + " c JOIN "
                + parent.name().sql() + " p ON " + match(key)
                + " WHERE " + own + " <> " + theirs + " AND " + theirs
                + " <> ALL (string_to_array(?::text, ?::text)) LIMIT ?::bigint) AS found";
        return session.list(
                        Sql.of(sql, String.join("\u001f", system), "\u001f", depth.limit() + 1),
                        row -> row.number(1) == 0
                                ? List.<Finding>of()
                                : List.of(finding(
                                        table,
                                        key,
                                        parent,
                                        depth.text(row.number(1)),
                                        "a row of tenant " + row.get(2) + " refers to one of tenant " + row.get(3))))
                .getFirst();
    }

    private static String match(Constraint key) {
        return IntStream.range(0, key.columns().size())
                .mapToObj(i -> "c." + Identifiers.quote(key.columns().get(i)) + " = p."
                        + Identifiers.quote(key.referencedColumns().get(i)))
                .collect(Collectors.joining(" AND "));
    }

    private Finding finding(Relation table, Constraint key, Relation parent, String rows, String example) {
        boolean cascades = "CASCADE".equals(key.onDelete());
        return new Finding(
                id(),
                Severity.HIGH,
                Direction.FAIL_OPEN,
                ObjectRef.partOf(table.name(), ObjectRef.Kind.CONSTRAINT, key.name()),
                rows + " rows of " + table.name() + " refer to another tenant's row of " + parent.name(),
                "It has happened: tenants are mixed in joins, and one keeps the other's rows from being deleted"
                        + (cascades ? ", or loses these when the other deletes its own." : "."),
                "Counted as the bypass role: " + rows + "; " + example + ". " + key.definition(),
                "Give the rows their right parent, then carry the tenant in the key: see fk-cross-tenant.");
    }
}
