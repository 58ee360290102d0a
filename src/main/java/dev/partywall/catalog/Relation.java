package dev.partywall.catalog;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table, partition, view, materialized view or foreign table, with all that bears on who reaches its rows.
 *
 * @param parents partitioned table or inheritance parents
 * @param partitionOf whether {@code parents} is a partitioned table
 * @param view what only views and materialized views have; null for others
 * @param estimatedRows {@code reltuples}: ignores row security, -1 when never analysed
 */
public record Relation(
        long oid,
        RelationName name,
        Kind kind,
        String owner,
        boolean rowSecurity,
        boolean forced,
        List<RelationName> parents,
        boolean partitionOf,
        List<Column> columns,
        List<Constraint> constraints,
        List<Index> indexes,
        List<Trigger> triggers,
        List<Policy> policies,
        List<Grant> grants,
        @Nullable View view,
        double estimatedRows) {

    /** The kinds of {@code pg_class.relkind} that hold or show rows. */
    public enum Kind {
        TABLE,
        PARTITIONED_TABLE,
        VIEW,
        MATERIALIZED_VIEW,
        FOREIGN_TABLE
    }

    /**
     * What views and materialized views have.
     *
     * @param checkOption rows written through it must satisfy its own condition
     * @param definition as {@code pg_get_viewdef} prints it
     * @param reads the relations it reads directly, from {@code pg_depend} of its rule
     * @param readColumns the columns of those that its definition names
     * @param calls oids of the functions it calls
     * @param simple shows the rows of one relation one by one, as views must that PostgreSQL updates by itself
     * @param updatable of INSERT, UPDATE, DELETE those that the view itself, its triggers or its rules let through
     */
    public record View(
            boolean securityInvoker,
            boolean securityBarrier,
            boolean checkOption,
            String definition,
            List<RelationName> reads,
            List<ReadColumn> readColumns,
            List<Long> calls,
            boolean simple,
            Set<Privilege> updatable) {
        public View {
            reads = List.copyOf(reads);
            readColumns = List.copyOf(readColumns);
            calls = List.copyOf(calls);
            updatable = Privilege.inOrder(updatable);
        }
    }

    /** A column that the definition of a view or a policy names. */
    public record ReadColumn(RelationName relation, String column) {}

    public Relation {
        parents = List.copyOf(parents);
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
        indexes = List.copyOf(indexes);
        triggers = List.copyOf(triggers);
        policies = List.copyOf(policies);
        grants = List.copyOf(grants);
    }

    /** Tables and partitioned tables: what row security can be enabled on. */
    public boolean isTable() {
        return kind == Kind.TABLE || kind == Kind.PARTITIONED_TABLE;
    }

    public Optional<Column> column(String columnName) {
        return columns.stream()
                .filter(column -> column.name().equals(columnName))
                .findFirst();
    }

    public Optional<Constraint> primaryKey() {
        return constraints.stream()
                .filter(constraint -> constraint.kind() == Constraint.Kind.PRIMARY_KEY)
                .findFirst();
    }

    public List<Constraint> foreignKeys() {
        return constraints.stream()
                .filter(constraint -> constraint.kind() == Constraint.Kind.FOREIGN_KEY)
                .toList();
    }
}
