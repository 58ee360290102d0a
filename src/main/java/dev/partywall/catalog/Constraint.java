package dev.partywall.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param columns the constrained columns in order; for an exclusion constraint those that are plain columns
 * @param references the referenced relation of a foreign key
 * @param referencedColumns its columns, in the order of {@code columns}
 * @param onDelete action of a foreign key: NO ACTION, RESTRICT, CASCADE, SET NULL, SET DEFAULT
 * @param onUpdate likewise
 * @param definition as {@code pg_get_constraintdef} prints it
 */
public record Constraint(
        String name,
        Kind kind,
        List<String> columns,
        @Nullable RelationName references,
        List<String> referencedColumns,
        @Nullable String onDelete,
        @Nullable String onUpdate,
        boolean validated,
        boolean deferrable,
        String definition) {

    /** The kinds of {@code pg_constraint.contype}. */
    public enum Kind {
        PRIMARY_KEY,
        UNIQUE,
        EXCLUSION,
        FOREIGN_KEY,
        CHECK,
        NOT_NULL
    }

    public Constraint {
        columns = List.copyOf(columns);
        referencedColumns = List.copyOf(referencedColumns);
    }
}
