package dev.partywall.catalog;

import org.jspecify.annotations.Nullable;

/**
 * What a finding or verdict is about, in the words of the report contract.
 *
 * @param table set for what belongs to a table: policy, column, constraint, index, trigger
 */
public record ObjectRef(
        Kind kind, @Nullable String schema, @Nullable String table, String name) {
    /** The kinds of {@code partywall.report/1}. */
    public enum Kind {
        TABLE,
        PARTITION,
        VIEW,
        MATERIALIZED_VIEW,
        POLICY,
        COLUMN,
        CONSTRAINT,
        INDEX,
        TRIGGER,
        FUNCTION,
        SEQUENCE,
        ROLE,
        SCHEMA,
        SETTING,
        DATABASE;

        /** As the report writes it: {@code materialized-view}. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** The relation itself, by its kind. A foreign table counts as a table. */
    public static ObjectRef of(Relation relation) {
        Kind kind = switch (relation.kind()) {
            case TABLE, PARTITIONED_TABLE, FOREIGN_TABLE -> relation.partitionOf() ? Kind.PARTITION : Kind.TABLE;
            case VIEW -> Kind.VIEW;
            case MATERIALIZED_VIEW -> Kind.MATERIALIZED_VIEW;
        };
        return new ObjectRef(
                kind, relation.name().schema(), null, relation.name().name());
    }

    /** A part of a relation: its policy, column, constraint, index or trigger. */
    public static ObjectRef partOf(RelationName relation, Kind kind, String name) {
        return new ObjectRef(kind, relation.schema(), relation.name(), name);
    }

    public static ObjectRef role(String name) {
        return new ObjectRef(Kind.ROLE, null, null, name);
    }

    public static ObjectRef function(Function function) {
        return new ObjectRef(
                Kind.FUNCTION, function.schema(), null, function.name() + "(" + function.arguments() + ")");
    }
}
