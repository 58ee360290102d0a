package dev.partywall.advisor.rules;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Landscape;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import dev.partywall.advisor.TenantPredicate;
import dev.partywall.catalog.Column;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Relation;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tenant column's default is one fixed tenant. */
public final class TenantDefaultConstant implements Rule {
    @Override
    public String id() {
        return "tenant-default-constant";
    }

    private static final Pattern CONSTANT = Pattern.compile("\\(*(?:'([^']*)'|-?(\\d+))\\)*(?:::[\\w ()]+)?\\)*");

    @Override
    public List<Finding> check(Inspection inspection) {
        Landscape landscape = Landscape.of(inspection);
        return landscape.tenantTables().stream()
                .filter(table -> !table.partitionOf() && landscape.reach().may(table, Privilege.INSERT))
                .flatMap(table -> landscape.tenantColumn(table).stream()
                        .flatMap(column -> constant(column).stream()
                                .filter(value ->
                                        !inspection.tenancy().systemTenants().contains(value))
                                .map(value -> finding(landscape, table, column, value))))
                .toList();
    }

    private static Optional<String> constant(Column column) {
        if (column.defaultExpression() == null || column.generated()) {
            return Optional.empty();
        }
        Matcher matcher = CONSTANT.matcher(column.defaultExpression());
        return matcher.matches()
                ? Optional.of(matcher.group(1) != null ? matcher.group(1) : matcher.group(2))
                : Optional.empty();
    }

    private Finding finding(Landscape landscape, Relation table, Column column, String value) {
        String alter = "ALTER TABLE " + table.name().sql() + " ALTER COLUMN " + Identifiers.quote(column.name());
        return new Finding(
                id(),
                table.rowSecurity() ? Severity.LOW : Severity.MEDIUM,
                Direction.FAIL_OPEN,
                ObjectRef.partOf(table.name(), ObjectRef.Kind.COLUMN, column.name()),
                "Rows of " + table.name() + " written without a tenant go to tenant " + value,
                "What forgets to name the tenant is not refused: the row is stored as one fixed tenant's.",
                "The default is " + column.defaultExpression() + ".",
                new TenantPredicate(landscape)
                        .currentTenant(column)
                        .map(tenant -> alter + " SET DEFAULT " + tenant + ";")
                        .orElse(alter + " DROP DEFAULT;"));
    }
}
