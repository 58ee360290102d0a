package dev.partywall.advisor.rules;

import dev.partywall.advisor.Landscape;
import dev.partywall.catalog.Column;
import dev.partywall.catalog.Constraint;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.Relation;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the two rules about foreign keys ask of one. */
final class ForeignKeys {
    private static final Set<String> COUNTED = Set.of("smallint", "integer", "bigint", "numeric");

    private ForeignKeys() {}

    /** This key, or another to the same parent over the same columns, pairs the tenant columns. */
    static boolean carriesTenant(Landscape landscape, Relation table, Constraint key, Relation parent) {
        String own = landscape.tenantColumn(table).map(Column::name).orElse("");
        String theirs = landscape.tenantColumn(parent).map(Column::name).orElse("");
        return table.foreignKeys().stream()
                .filter(other -> parent.name().equals(other.references())
                        && other.columns().containsAll(key.columns()))
                .anyMatch(other -> pairs(other, own, theirs));
    }

    private static boolean pairs(Constraint key, String own, String theirs) {
        int at = key.columns().indexOf(own);
        return at >= 0 && key.referencedColumns().get(at).equals(theirs);
    }

    /** Some policy looks the parent up before it lets the row in. */
    static boolean isVouchedFor(Relation table, Relation parent) {
        String from = "FROM (?:\\(*)(?:"
                + Pattern.quote(Identifiers.quote(parent.name().schema())) + "\\.)?"
                + Pattern.quote(Identifiers.quote(parent.name().name())) + "(?![\\w$])";
        Pattern lookup = Pattern.compile(from);
        return table.policies().stream()
                .map(policy -> policy.withCheck() == null ? policy.using() : policy.withCheck())
                .anyMatch(check -> check != null && lookup.matcher(check).find());
    }

    /** Numbers can be counted through; uuids and names made up by the application cannot. */
    static boolean isGuessable(Relation table, Constraint key) {
        return key.columns().stream()
                .flatMap(name -> table.column(name).stream())
                .allMatch(column -> COUNTED.contains(column.baseType()));
    }

    static boolean isUnguessable(Relation table, Constraint key) {
        return key.columns().stream()
                .flatMap(name -> table.column(name).stream())
                .anyMatch(column -> column.baseType().equals("uuid"));
    }

    /** The key again with the tenant in it, and the unique key of the parent that it needs. */
    static String composite(Landscape landscape, Relation table, Constraint key, Relation parent) {
        List<String> own = withTenant(landscape, table, key.columns());
        List<String> theirs = withTenant(landscape, parent, key.referencedColumns());
        String action =
                key.onDelete() == null || key.onDelete().equals("NO ACTION") ? "" : " ON DELETE " + key.onDelete();
        if (action.contains("SET ")) {
            // The tenant must stay: only the old columns are set.
            action += " (" + list(key.columns()) + ")";
        }
        String unique = hasUnique(parent, theirs)
                ? ""
                : "ALTER TABLE " + parent.name().sql() + " ADD UNIQUE (" + list(theirs) + ");\n";
        return unique + "ALTER TABLE " + table.name().sql() + " DROP CONSTRAINT " + Identifiers.quote(key.name())
                + ",\n  ADD CONSTRAINT " + Identifiers.quote(key.name()) + " FOREIGN KEY (" + list(own)
                + ") REFERENCES "
                + parent.name().sql() + " (" + list(theirs) + ")" + action + ";";
    }

    private static List<String> withTenant(Landscape landscape, Relation relation, List<String> columns) {
        return Stream.concat(landscape.tenantColumn(relation).map(Column::name).stream(), columns.stream())
                .toList();
    }

    private static boolean hasUnique(Relation parent, List<String> columns) {
        return parent.constraints().stream()
                .filter(constraint ->
                        constraint.kind() == Constraint.Kind.PRIMARY_KEY || constraint.kind() == Constraint.Kind.UNIQUE)
                .anyMatch(constraint -> Set.copyOf(constraint.columns()).equals(Set.copyOf(columns)));
    }

    private static String list(List<String> columns) {
        return columns.stream().map(Identifiers::quote).collect(Collectors.joining(", "));
    }
}
