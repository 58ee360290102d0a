package dev.partywall.advisor.rules;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Landscape;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import dev.partywall.advisor.TenantFilter;
import dev.partywall.advisor.TenantPredicate;
import dev.partywall.catalog.Column;
import dev.partywall.catalog.Function;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Relation;
import java.util.List;

/** The tenant column has no default although those of most other tables take it from the session. */
public final class TenantDefaultMissing implements Rule {
    @Override
    public String id() {
        return "tenant-default-missing";
    }

    private static final double MOST = 0.5;

    @Override
    public List<Finding> check(Inspection inspection) {
        Landscape landscape = Landscape.of(inspection);
        TenantFilter filter = new TenantFilter(landscape);
        List<Relation> written = landscape.tenantTables().stream()
                .filter(table -> !table.partitionOf() && landscape.reach().may(table, Privilege.INSERT))
                .toList();
        List<Relation> missing = written.stream()
                .filter(table -> !isSupplied(landscape, filter, table))
                .toList();
        // Against the other tables: with two, one that has a default is enough to show the habit.
        boolean habit = written.size() - missing.size() > (written.size() - 1) * MOST;
        return habit
                ? missing.stream()
                        .flatMap(table ->
                                landscape.tenantColumn(table).stream().map(column -> finding(landscape, table, column)))
                        .toList()
                : List.of();
    }

    /** By a default, or by a trigger that fills it in. */
    private static boolean isSupplied(Landscape landscape, TenantFilter filter, Relation table) {
        Column column = landscape.tenantColumn(table).orElseThrow();
        return column.defaultExpression() != null
                || column.generated()
                || table.triggers().stream()
                        .filter(trigger -> trigger.before() && trigger.events().contains(Privilege.INSERT))
                        .flatMap(trigger -> landscape.function(trigger.function()).stream())
                        .map(Function::body)
                        .anyMatch(body -> body != null && body.contains(column.name()) && filter.mentionsTenant(body));
    }

    private Finding finding(Landscape landscape, Relation table, Column column) {
        String name = Identifiers.quote(column.name());
        return new Finding(
                id(),
                Severity.LOW,
                Direction.FAIL_CLOSED,
                ObjectRef.partOf(table.name(), ObjectRef.Kind.COLUMN, column.name()),
                table.name() + "." + name + " has no default",
                "The other tables take the tenant from the session. Here each INSERT must name it, and one that does not "
                        + "is refused by row security (42501), not as a missing value.",
                "pg_attrdef has no entry for it, and no BEFORE INSERT trigger fills it in.",
                new TenantPredicate(landscape)
                        .currentTenant(column)
                        .map(value -> "ALTER TABLE " + table.name().sql() + " ALTER COLUMN " + name + " SET DEFAULT "
                                + value + ";")
                        .orElse("Give the column the default that the other tables have."));
    }
}
