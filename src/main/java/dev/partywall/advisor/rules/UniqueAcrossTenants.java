package dev.partywall.advisor.rules;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Landscape;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import dev.partywall.catalog.Constraint;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.Index;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Relation;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A unique or exclusion constraint over tenants' rows without the tenant: it tells what others have. */
public final class UniqueAcrossTenants implements Rule {
    private static final Pattern SURROGATE = Pattern.compile("(?i)(.*_)?(id|uuid|guid|oid|pk|key_id)|.*[a-z]I[dD]");

    @Override
    public String id() {
        return "unique-oracle";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        Landscape landscape = Landscape.of(inspection);
        return landscape.tenantTables().stream()
                .filter(table -> !table.partitionOf() && table.rowSecurity())
                .filter(table -> landscape.reach().may(table, Privilege.INSERT)
                        || landscape.reach().may(table, Privilege.UPDATE))
                .flatMap(table -> Stream.concat(constraints(landscape, table), indexes(landscape, table)))
                .toList();
    }

    private Stream<Finding> constraints(Landscape landscape, Relation table) {
        return table.constraints().stream()
                .filter(constraint -> constraint.kind() == Constraint.Kind.PRIMARY_KEY
                        || constraint.kind() == Constraint.Kind.UNIQUE
                        || constraint.kind() == Constraint.Kind.EXCLUSION)
                .filter(constraint -> tells(landscape, table, constraint.columns()))
                .filter(constraint -> !isSurrogate(table, constraint))
                .map(constraint -> finding(
                        landscape,
                        table,
                        ObjectRef.partOf(table.name(), ObjectRef.Kind.CONSTRAINT, constraint.name()),
                        constraint.columns(),
                        constraint.definition(),
                        constraint.kind() == Constraint.Kind.EXCLUSION
                                ? "Put the tenant column into the exclusion constraint with the operator =."
                                : swap(landscape, table, constraint)));
    }

    /** Unique indexes that no constraint stands for; expressions count by the columns they name. */
    private Stream<Finding> indexes(Landscape landscape, Relation table) {
        Set<String> known = table.constraints().stream().map(Constraint::name).collect(Collectors.toSet());
        return table.indexes().stream()
                .filter(index -> index.unique() && !known.contains(index.name()))
                .filter(index -> tells(landscape, table, index.keys()))
                .map(index -> finding(
                        landscape,
                        table,
                        ObjectRef.partOf(table.name(), ObjectRef.Kind.INDEX, index.name()),
                        index.keys(),
                        index.definition(),
                        swap(landscape, table, index)));
    }

    /** Whether a clash on these keys tells of another tenant's row: neither the tenant nor anything unguessable is among them. */
    private static boolean tells(Landscape landscape, Relation table, List<String> keys) {
        String tenant = landscape.tenantColumn(table).orElseThrow().name();
        return !keys.isEmpty()
                && keys.stream()
                        .noneMatch(key -> key.equals(tenant)
                                || key.contains(tenant)
                                || isUnguessable(table, key)
                                || leadsToTenant(landscape, table, key));
    }

    private static boolean isUnguessable(Relation table, String key) {
        return table.column(key)
                .filter(column -> column.baseType().equals("uuid") || column.identity())
                .isPresent();
    }

    /** A key that contains the parent's key is unique within the parent, hence within its tenant. */
    private static boolean leadsToTenant(Landscape landscape, Relation table, String key) {
        return table.foreignKeys().stream()
                .filter(foreign -> foreign.columns().contains(key))
                .flatMap(foreign -> landscape.relation(foreign.references()).stream())
                .anyMatch(landscape::holdsTenantRows);
    }

    /** A made-up number or name of the row itself: nobody guesses anything by it. */
    private static boolean isSurrogate(Relation table, Constraint constraint) {
        return constraint.columns().size() == 1
                && table.column(constraint.columns().getFirst())
                        .filter(column -> column.defaultExpression() != null
                                || SURROGATE.matcher(column.name()).matches())
                        .isPresent();
    }

    private Finding finding(
            Landscape landscape, Relation table, ObjectRef object, List<String> keys, String definition, String fix) {
        return new Finding(
                id(),
                Severity.MEDIUM,
                Direction.FAIL_OPEN,
                object,
                "A tenant can find out whether another has the same " + String.join(", ", keys) + " in " + table.name(),
                "Unique indexes ignore row security. Writing a value that another tenant has fails with 23505, one that "
                        + "nobody has succeeds; and whoever comes first keeps it from all the others.",
                definition + "; the tenant column "
                        + landscape.tenantColumn(table).orElseThrow().name() + " is not in it.",
                fix);
    }

    private static String swap(Landscape landscape, Relation table, Constraint constraint) {
        String tenant = landscape.tenantColumn(table).orElseThrow().name();
        String columns = Stream.concat(Stream.of(tenant), constraint.columns().stream())
                .map(Identifiers::quote)
                .collect(Collectors.joining(", "));
        String on = "ALTER TABLE " + table.name().sql();
        String kind = constraint.kind() == Constraint.Kind.PRIMARY_KEY ? "PRIMARY KEY" : "UNIQUE";
        return on + " DROP CONSTRAINT " + Identifiers.quote(constraint.name()) + ",\n  ADD CONSTRAINT "
                + Identifiers.quote(constraint.name()) + " " + kind + " (" + columns + ");";
    }

    private static String swap(Landscape landscape, Relation table, Index index) {
        String keys = index.keys().stream()
                .map(key -> table.column(key).isPresent() ? Identifiers.quote(key) : key)
                .collect(Collectors.joining(", "));
        String where = index.predicate() == null ? "" : " WHERE " + index.predicate();
        return "DROP INDEX " + Identifiers.quote(table.name().schema()) + "." + Identifiers.quote(index.name())
                + ";\nCREATE UNIQUE INDEX " + Identifiers.quote(index.name()) + " ON "
                + table.name().sql() + " USING "
                + index.method() + " ("
                + Identifiers.quote(landscape.tenantColumn(table).orElseThrow().name()) + ", " + keys
                + ")" + where + ";";
    }
}
