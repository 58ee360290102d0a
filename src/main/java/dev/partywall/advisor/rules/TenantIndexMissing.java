package dev.partywall.advisor.rules;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Landscape;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import dev.partywall.catalog.Column;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Relation;
import java.util.List;

/** No index begins with the tenant column, by which the policies filter each statement. */
public final class TenantIndexMissing implements Rule {
    @Override
    public String id() {
        return "index-missing";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        Landscape landscape = Landscape.of(inspection);
        return landscape.tenantTables().stream()
                .filter(table -> !table.partitionOf() && table.rowSecurity())
                .filter(table -> landscape.reach().may(table, Privilege.SELECT))
                .flatMap(table -> landscape.tenantColumn(table).stream()
                        .filter(column -> isAsked(table, column) && !isLeading(table, column))
                        .map(column -> finding(table, column)))
                .toList();
    }

    /** Some policy looks at the column at all. */
    private static boolean isAsked(Relation table, Column column) {
        return table.policies().stream()
                .anyMatch(policy -> policy.using() != null && policy.using().contains(column.name()));
    }

    private static boolean isLeading(Relation table, Column column) {
        return table.indexes().stream()
                .filter(index -> index.valid()
                        && index.predicate() == null
                        && !index.keys().isEmpty())
                .anyMatch(index -> index.keys().getFirst().equals(column.name()));
    }

    private Finding finding(Relation table, Column column) {
        return new Finding(
                id(),
                Severity.LOW,
                Direction.NEUTRAL,
                ObjectRef.partOf(table.name(), ObjectRef.Kind.COLUMN, column.name()),
                "No index of " + table.name() + " begins with " + Identifiers.quote(column.name()),
                "Each statement of each tenant is filtered by it; without an index every read goes through all tenants' rows, "
                        + "so the largest tenant makes it slow for the smallest.",
                table.indexes().size() + " indexes, none of them valid, whole and led by it; about "
                        + Math.max(0, Math.round(table.estimatedRows())) + " rows.",
                "CREATE INDEX ON " + table.name().sql() + " (" + Identifiers.quote(column.name()) + ");");
    }
}
