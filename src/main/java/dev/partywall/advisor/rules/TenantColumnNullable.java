package dev.partywall.advisor.rules;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Landscape;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import dev.partywall.catalog.Column;
import dev.partywall.catalog.Constraint;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.catalog.Relation;
import dev.partywall.profile.TenancyDeclaration.NullTenantMeans;
import java.util.List;

/** The tenant column accepts NULL: a row without a tenant belongs to nobody. */
public final class TenantColumnNullable implements Rule {
    @Override
    public String id() {
        return "tenant-nullable";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        Landscape landscape = Landscape.of(inspection);
        if (inspection.tenancy().nullTenantMeans() == NullTenantMeans.SHARED) {
            return List.of();
        }
        return landscape.tenantTables().stream()
                .filter(table -> !table.partitionOf() && landscape.reach().mayWrite(table))
                .flatMap(table -> landscape.tenantColumn(table).stream()
                        .filter(column -> !column.notNull() && !isChecked(table, column))
                        .map(column -> finding(table, column)))
                .toList();
    }

    /** A CHECK constraint says the same as NOT NULL. */
    private static boolean isChecked(Relation table, Column column) {
        String notNull = Identifiers.quote(column.name()) + " IS NOT NULL";
        return table.constraints().stream()
                .anyMatch(constraint -> constraint.kind() == Constraint.Kind.CHECK
                        && constraint.definition().contains(notNull)
                        && !constraint.definition().contains(" OR "));
    }

    private Finding finding(Relation table, Column column) {
        String name = Identifiers.quote(column.name());
        return new Finding(
                id(),
                Severity.LOW,
                Direction.FAIL_CLOSED,
                ObjectRef.partOf(table.name(), ObjectRef.Kind.COLUMN, column.name()),
                table.name() + "." + name + " may be NULL",
                "A row without a tenant is invisible to every tenant, and lost to the one who wrote it. "
                        + "Policies that let such rows in show them to everybody.",
                "pg_attribute.attnotnull is false, and no CHECK constraint says IS NOT NULL.",
                "-- first give the rows without a tenant theirs: partywall backfill " + table.name() + "\n"
                        + "ALTER TABLE " + table.name().sql() + " ALTER COLUMN " + name + " SET NOT NULL;");
    }
}
