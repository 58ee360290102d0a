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
import dev.partywall.profile.TenancyDeclaration.NullTenantMeans;
import java.util.List;

/** Rows whose tenant is NULL. */
public final class RowsWithoutTenant implements Scan {
    @Override
    public String id() {
        return "null-tenant-rows";
    }

    @Override
    public List<Look> looks(Landscape landscape, Depth depth) {
        boolean meant = landscape.tenancy().nullTenantMeans() == NullTenantMeans.SHARED;
        return landscape.tenantTables().stream()
                .filter(table -> !table.partitionOf())
                .flatMap(table -> landscape.tenantColumn(table).stream()
                        .filter(column -> !column.notNull())
                        .map(column -> (Look) new Question(
                                "rows without a tenant in " + table.name(),
                                session -> look(session, table, column, depth, meant))))
                .toList();
    }

    private List<Finding> look(Session session, Relation table, Column column, Depth depth, boolean meant) {
        long rows = session.list(
                        Sql.of(
                                "SELECT count(*) FROM (SELECT 1 FROM "
                                        + table.name().sql() + " WHERE " + Identifiers.quote(column.name())
                                        + " IS NULL LIMIT ?::bigint) AS found",
                                depth.limit() + 1),
                        row -> row.number(1))
                .getFirst();
        return rows == 0 ? List.of() : List.of(finding(table, column, depth.text(rows), meant));
    }

    private Finding finding(Relation table, Column column, String rows, boolean meant) {
        return new Finding(
                id(),
                meant ? Severity.INFO : Severity.LOW,
                Direction.FAIL_CLOSED,
                ObjectRef.partOf(table.name(), ObjectRef.Kind.COLUMN, column.name()),
                rows + " rows of " + table.name() + " have no tenant",
                meant
                        ? "They are meant for everybody, as declared."
                        : "No tenant sees them; whoever wrote them has lost them.",
                "Counted as the bypass role: " + rows + ".",
                "partywall backfill " + table.name() + " --plan");
    }
}
