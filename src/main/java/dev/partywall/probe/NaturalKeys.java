package dev.partywall.probe;

import dev.partywall.catalog.Column;
import dev.partywall.catalog.Constraint;
import dev.partywall.catalog.Index;
import dev.partywall.catalog.Relation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Unique keys over all tenants' rows whose values mean something, so that a clash tells what another tenant has. */
final class NaturalKeys {
    private static final Pattern MADE_UP = Pattern.compile("(?i)(.*_)?(id|uuid|guid|oid|pk|key_id)|.*[a-z]I[dD]");

    private NaturalKeys() {}

    /** None where the owner is told by another relation: then a key may be unique within that one's row. */
    static List<UniqueKey> of(Relation relation, Ownership ownership) {
        if (!(ownership instanceof Ownership.Own own) || !relation.isTable()) {
            return List.of();
        }
        Set<String> known =
                relation.constraints().stream().map(Constraint::name).collect(Collectors.toSet());
        Stream<UniqueKey> constraints = relation.constraints().stream()
                .filter(NaturalKeys::isUnique)
                .filter(constraint -> !isMadeUp(relation, constraint.columns()))
                .map(constraint -> new UniqueKey(constraint.name(), constraint.columns()));
        Stream<UniqueKey> indexes = relation.indexes().stream()
                .filter(index -> index.unique() && !known.contains(index.name()))
                .map(index -> new UniqueKey(index.name(), named(relation, index)))
                .filter(key -> !isMadeUp(relation, key.columns()));
        return Stream.concat(constraints, indexes)
                .filter(key -> tells(relation, key, own.column()))
                .toList();
    }

    private static boolean isUnique(Constraint constraint) {
        return switch (constraint.kind()) {
            case PRIMARY_KEY, UNIQUE, EXCLUSION -> true;
            case FOREIGN_KEY, CHECK, NOT_NULL -> false;
        };
    }

    /** The columns an index names, also within expressions. */
    private static List<String> named(Relation relation, Index index) {
        return relation.columns().stream()
                .map(Column::name)
                .filter(column -> index.keys().stream().anyMatch(key -> key.equals(column) || mentions(key, column)))
                .toList();
    }

    private static boolean mentions(String expression, String column) {
        return Pattern.compile("(?<![\\w$\"])\"?" + Pattern.quote(column) + "\"?(?![\\w$\"])")
                .matcher(expression)
                .find();
    }

    /** Neither the tenant, nor anything nobody guesses, nor a key that leads to a tenant's row is among them. */
    private static boolean tells(Relation relation, UniqueKey key, String owner) {
        return !key.columns().isEmpty()
                && key.columns().stream()
                        .noneMatch(column -> column.equals(owner)
                                || isUnguessable(relation.column(column))
                                || relation.foreignKeys().stream()
                                        .anyMatch(foreign -> foreign.columns().contains(column)));
    }

    private static boolean isUnguessable(Optional<Column> column) {
        return column.filter(found -> found.baseType().equals("uuid") || found.identity() || found.generated())
                .isPresent();
    }

    private static boolean isMadeUp(Relation relation, List<String> columns) {
        return columns.size() == 1
                && relation.column(columns.getFirst())
                        .filter(column -> column.defaultExpression() != null
                                || MADE_UP.matcher(column.name()).matches())
                        .isPresent();
    }
}
