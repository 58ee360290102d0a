package dev.partywall.browse;

import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.Constraint;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import dev.partywall.connect.Table.Heading;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key to follow from a row, up or down. What it leads to is read through the lens like anything else.
 *
 * @param constraint its name
 * @param target where it leads
 * @param columns of the row
 * @param targetColumns of the target, in the same order
 */
public record Jump(
        String constraint, Direction direction, RelationName target, List<String> columns, List<String> targetColumns) {
    /** Which way a foreign key is followed. */
    public enum Direction {
        /** To the one row referred to. */
        PARENT,
        /** To the rows that refer to it. */
        CHILDREN
    }

    public Jump {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
    }

    /** Parents first. A partition's copies of its parent's keys are told once, of the parent. */
    public static List<Jump> of(CatalogSnapshot snapshot, RelationName relation) {
        List<Jump> jumps = new ArrayList<>();
        snapshot.relation(relation).map(Relation::foreignKeys).orElse(List.of()).stream()
                .filter(key -> isWhole(snapshot, key))
                .forEach(key -> jumps.add(new Jump(
                        key.name(),
                        Direction.PARENT,
                        Objects.requireNonNull(key.references()),
                        key.columns(),
                        key.referencedColumns())));
        snapshot.relations().stream()
                .filter(other -> !other.partitionOf())
                .forEach(other -> other.foreignKeys().stream()
                        .filter(key -> relation.equals(key.references()))
                        .forEach(key -> jumps.add(new Jump(
                                key.name(),
                                Direction.CHILDREN,
                                other.name(),
                                key.referencedColumns(),
                                key.columns()))));
        return jumps;
    }

    private static boolean isWhole(CatalogSnapshot snapshot, Constraint key) {
        return key.references() != null && snapshot.relation(key.references()).isPresent();
    }

    /** What to ask for from this row; empty where a column of the key is NULL or was not read. */
    public Optional<PageRequest> from(List<Heading> headings, List<@Nullable String> row, int limit) {
        List<String> names = headings.stream().map(Heading::name).toList();
        List<Filter> filters = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int at = names.indexOf(columns.get(i));
            if (at < 0 || row.get(at) == null) {
                return Optional.empty();
            }
            filters.add(new Filter(targetColumns.get(i), Filter.Operator.EQUALS, row.get(at)));
        }
        return Optional.of(PageRequest.first(target, limit).filteredBy(filters));
    }
}
