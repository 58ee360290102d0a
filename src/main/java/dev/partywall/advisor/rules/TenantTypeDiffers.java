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
import dev.partywall.catalog.Relation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The tenant column has another type here than in most tables. */
public final class TenantTypeDiffers implements Rule {
    @Override
    public String id() {
        return "tenant-type-mismatch";
    }

    private static final List<Set<String>> FAMILIES = List.of(
            Set.of("smallint", "integer", "bigint"),
            Set.of("text", "character varying", "varchar", "citext", "character", "bpchar", "name"));

    @Override
    public List<Finding> check(Inspection inspection) {
        Landscape landscape = Landscape.of(inspection);
        return usualType(landscape).stream()
                .flatMap(usual -> landscape.tenantTables().stream()
                        .filter(table -> !table.partitionOf())
                        .flatMap(table -> landscape.tenantColumn(table).stream()
                                .filter(column -> !column.baseType().equals(usual))
                                .map(column -> finding(table, column, usual))))
                .toList();
    }

    /** The type that more than half of the tables have. */
    private static Optional<String> usualType(Landscape landscape) {
        Map<String, Long> counts = landscape.tenantTables().stream()
                .flatMap(table -> landscape.tenantColumn(table).stream())
                .collect(Collectors.groupingBy(Column::baseType, Collectors.counting()));
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() * 2 > all)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Finding finding(Relation table, Column column, String usual) {
        boolean alike =
                FAMILIES.stream().anyMatch(family -> family.contains(usual) && family.contains(column.baseType()));
        String name = Identifiers.quote(column.name());
        return new Finding(
                id(),
                alike ? Severity.INFO : Severity.LOW,
                Direction.NEUTRAL,
                ObjectRef.partOf(table.name(), ObjectRef.Kind.COLUMN, column.name()),
                table.name() + "." + name + " is " + column.type() + ", other tenant columns are " + usual,
                "The same tenant is written in two ways. Comparisons need casts, which can fail, fold different "
                        + "tenants into one or keep an index from being used, and no foreign key ties them.",
                "Most tenant columns are " + usual + ".",
                "ALTER TABLE " + table.name().sql() + " ALTER COLUMN " + name + " TYPE " + usual + " USING " + name
                        + "::text::" + usual + ";\n-- its policies must be dropped before and made again after");
    }
}
