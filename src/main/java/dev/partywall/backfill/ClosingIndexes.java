package dev.partywall.backfill;

import dev.partywall.access.Inspection;
import dev.partywall.backfill.ClosingStep.Kind;
import dev.partywall.catalog.Column;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.Relation;
import java.util.ArrayList;
import java.util.List;

/**
 * An index on the tenant. A partitioned table cannot be indexed concurrently, so its partitions are, one by one, and then found by
 * the table's own index (PostgreSQL 18, section 5.12.2.2).
 */
final class ClosingIndexes {
    private final Inspection inspection;
    private final Target target;

    ClosingIndexes(Inspection inspection, Target target) {
        this.inspection = inspection;
        this.target = target;
    }

    List<ClosingStep> steps() {
        List<Column> tenant = List.of(target.column());
        if (Closing.indexed(target.relation(), false, tenant)) {
            return List.of();
        }
        if (target.relation().kind() != Relation.Kind.PARTITIONED_TABLE) {
            return concurrently(target.relation(), false, tenant, "index");
        }
        List<ClosingStep> steps = new ArrayList<>();
        leaves(target.relation()).stream()
                .filter(leaf -> !Closing.indexed(leaf, false, tenant))
                .forEach(leaf -> steps.addAll(concurrently(leaf, false, tenant, "index")));
        steps.add(new ClosingStep(
                Kind.INDEX,
                "index",
                "CREATE INDEX " + Identifiers.quote(name(target.relation(), tenant)) + " ON " + target.name() + " ("
                        + target.quotedColumn().text() + ")"));
        return steps;
    }

    /** An index left behind invalid goes first. */
    static List<ClosingStep> concurrently(Relation relation, boolean unique, List<Column> columns, String chain) {
        String name = name(relation, columns);
        Kind kind = unique ? Kind.PARENT_KEY : Kind.INDEX;
        List<ClosingStep> steps = new ArrayList<>();
        boolean invalid =
                relation.indexes().stream().anyMatch(index -> index.name().equals(name) && !index.valid());
        if (invalid) {
            steps.add(new ClosingStep(kind, chain, drop(relation, name)));
        }
        List<String> quoted =
                columns.stream().map(column -> Identifiers.quote(column.name())).toList();
        steps.add(new ClosingStep(
                kind,
                chain,
                "CREATE " + (unique ? "UNIQUE " : "") + "INDEX CONCURRENTLY " + Identifiers.quote(name) + " ON "
                        + relation.name() + " (" + String.join(", ", quoted) + ")"));
        return steps;
    }

    private static String drop(Relation relation, String index) {
        return "DROP INDEX CONCURRENTLY " + Identifiers.quote(relation.name().schema()) + "."
                + Identifiers.quote(index);
    }

    private static String name(Relation relation, List<Column> columns) {
        List<String> names = columns.stream().map(Column::name).toList();
        return Closing.name(relation.name().name() + "_" + String.join("_", names), "_idx");
    }

    private List<Relation> leaves(Relation table) {
        return inspection.snapshot().relations().stream()
                .filter(relation -> relation.parents().contains(table.name()) && relation.partitionOf())
                .flatMap(child -> child.kind() == Relation.Kind.PARTITIONED_TABLE
                        ? leaves(child).stream()
                        : java.util.stream.Stream.of(child))
                .filter(leaf -> leaf.kind() == Relation.Kind.TABLE)
                .toList();
    }
}
