package dev.partywall.backfill;

import dev.partywall.catalog.Column;
import dev.partywall.catalog.Constraint;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Relation;
import dev.partywall.connect.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is around a tenant column: why it may be NULL, and what takes notice when it is set. */
final class Surroundings {
    private Surroundings() {}

    static List<String> reasons(Relation relation, Column column) {
        List<String> reasons = new ArrayList<>();
        String name = Identifiers.quote(column.name());
        reasons.add(name + without(column.defaultExpression()));
        relation.foreignKeys().stream()
                .filter(key -> key.columns().contains(column.name()))
                .filter(key -> "SET NULL".equals(key.onDelete()) || "SET NULL".equals(key.onUpdate()))
                .forEach(key -> reasons.add(Identifiers.quote(key.name()) + " sets it to NULL when a row of "
                        + key.references() + " goes."));
        return reasons;
    }

    private static String without(@Nullable String expression) {
        if (expression == null) {
            return " may be NULL and has no default.";
        }
        return expression.contains("current_setting")
                ? " may be NULL, and its default is NULL where the setting is not set: " + expression + "."
                : " may be NULL where its default is: " + expression + ".";
    }

    static List<String> seenBy(Relation relation, Column column) {
        List<String> seen = new ArrayList<>();
        relation.triggers().stream()
                .filter(trigger -> trigger.enabled() && trigger.events().contains(Privilege.UPDATE))
                .forEach(trigger -> seen.add("Trigger " + Identifiers.quote(trigger.name()) + " fires "
                        + (trigger.before() ? "before" : "after") + " the update."));
        relation.constraints().stream()
                .filter(constraint -> constraint.kind() != Constraint.Kind.NOT_NULL)
                .filter(constraint -> constraint.columns().contains(column.name()))
                .forEach(constraint -> seen.add(
                        Identifiers.quote(constraint.name()) + " checks it: " + constraint.definition() + "."));
        relation.indexes().stream()
                .filter(index -> index.unique() && index.keys().contains(Identifiers.quote(column.name())))
                .filter(index -> relation.constraints().stream()
                        .noneMatch(constraint -> constraint.name().equals(index.name())))
                .forEach(index -> seen.add("Unique index " + Identifiers.quote(index.name()) + " holds it."));
        relation.columns().stream()
                .filter(other -> other.generated() && mentions(other, column))
                .forEach(other ->
                        seen.add("Generated column " + Identifiers.quote(other.name()) + " is computed anew."));
        return seen;
    }

    private static boolean mentions(Column generated, Column column) {
        String expression = generated.defaultExpression();
        return expression != null && expression.contains(Identifiers.quote(column.name()));
    }

    /** The column that tells when a row came to be, going by its type and name. */
    static Optional<Sql> creationTime(Relation relation) {
        return relation.columns().stream()
                .filter(column -> column.baseType().startsWith("timestamp"))
                .filter(column ->
                        column.name().toLowerCase(java.util.Locale.ROOT).contains("creat"))
                .findFirst()
                .map(column -> Sql.of("t." + Identifiers.quote(column.name())));
    }
}
