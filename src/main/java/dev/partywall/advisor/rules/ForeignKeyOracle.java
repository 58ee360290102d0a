package dev.partywall.advisor.rules;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Landscape;
import dev.partywall.advisor.Part;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import dev.partywall.catalog.Constraint;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Relation;
import java.util.List;

/** A foreign key with guessable values to rows the app role must not see, which no policy looks up first. */
public final class ForeignKeyOracle implements Rule {
    @Override
    public String id() {
        return "fk-oracle";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        Landscape landscape = Landscape.of(inspection);
        return landscape.tables().stream()
                .filter(table -> table.rowSecurity() && !table.partitionOf())
                .filter(table ->
                        landscape.holdsTenantRows(table) && landscape.reach().may(table, Privilege.INSERT))
                .flatMap(table -> table.foreignKeys().stream()
                        .filter(key -> !ForeignKeys.isUnguessable(table, key))
                        .flatMap(key -> landscape.relation(key.references()).stream()
                                .filter(parent -> isHidden(landscape, table, key, parent))
                                .map(parent -> finding(landscape, table, key, parent))))
                .toList();
    }

    private static boolean isHidden(Landscape landscape, Relation table, Constraint key, Relation parent) {
        boolean foreign = switch (landscape.part(parent)) {
            case REGISTRY -> !isTenant(landscape, table, key);
            case CHILD -> true;
            // Between two tenant tables it is fk-cross-tenant.
            case TENANT -> landscape.part(table) == Part.CHILD;
            case HISTORY, SHARED -> false;
        };
        return foreign && parent.rowSecurity() && !ForeignKeys.isVouchedFor(table, parent);
    }

    private static boolean isTenant(Landscape landscape, Relation table, Constraint key) {
        return landscape
                .tenantColumn(table)
                .filter(column -> key.columns().contains(column.name()))
                .isPresent();
    }

    private Finding finding(Landscape landscape, Relation table, Constraint key, Relation parent) {
        return new Finding(
                id(),
                Severity.LOW,
                Direction.FAIL_OPEN,
                ObjectRef.partOf(table.name(), ObjectRef.Kind.CONSTRAINT, key.name()),
                "Writing to " + table.name() + " tells which rows of " + parent.name() + " exist",
                "A key nobody has fails with 23503, one that some tenant has does not: the hidden rows can be counted through.",
                key.definition() + "; its values can be guessed, and no policy of " + table.name()
                        + " looks the row up.",
                landscape.part(parent) == Part.REGISTRY
                        ? "Give the tenants keys that cannot be guessed (uuid), or write this column through a checked function."
                        : restrictive(table, key, parent));
    }

    private static String restrictive(Relation table, Constraint key, Relation parent) {
        StringBuilder match = new StringBuilder();
        for (int i = 0; i < key.columns().size(); i++) {
            match.append(i == 0 ? "" : " AND ")
                    .append("parent."
                            + Identifiers.quote(key.referencedColumns().get(i)) + " = ")
                    .append(Identifiers.quote(table.name().name()) + "."
                            + Identifiers.quote(key.columns().get(i)));
        }
        return "CREATE POLICY " + Identifiers.quote(key.name() + "_visible") + " ON "
                + table.name().sql()
                + " AS RESTRICTIVE\n  USING (true)\n  WITH CHECK (" + missing(table, key) + "EXISTS (SELECT 1 FROM "
                + parent.name().sql()
                + " parent WHERE " + match + "));";
    }

    /** A reference that is not there refers to nothing. */
    private static String missing(Relation table, Constraint key) {
        return key.columns().stream()
                .flatMap(name -> table.column(name).stream())
                .filter(column -> !column.notNull())
                .map(column -> Identifiers.quote(table.name().name()) + "." + Identifiers.quote(column.name())
                        + " IS NULL OR ")
                .collect(java.util.stream.Collectors.joining());
    }
}
