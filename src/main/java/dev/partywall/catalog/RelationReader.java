package dev.partywall.catalog;

import dev.partywall.connect.Row;
import dev.partywall.connect.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads relations and their parts: one query for each kind of part, in the order of the relations' oids, put together
 * here.
 */
final class RelationReader {
    private static final int FETCH = 5_000;

    private final Session session;
    private final Names names;
    private final PartReader parts;

    RelationReader(Session session, Names names) {
        this.session = session;
        this.names = names;
        this.parts = new PartReader(names);
    }

    /** A row of relations.sql, before its parts are known. */
    private record Bare(
            long oid,
            RelationName name,
            Relation.Kind kind,
            String owner,
            boolean rowSecurity,
            boolean forced,
            boolean partition,
            double rows,
            List<Grant> grants,
            List<Long> parents) {}

    List<Relation> read() {
        List<Bare> bare = session.list(SqlFile.load("relations"), this::bare);
        Map<Long, List<Column>> columns = partsOf("columns", parts::column);
        Map<Long, List<Constraint>> constraints = partsOf("constraints", parts::constraint);
        Map<Long, List<Index>> indexes = partsOf("indexes", parts::index);
        Map<Long, List<Trigger>> triggers = partsOf("triggers", parts::trigger);
        Map<Long, List<Policy>> policies = partsOf("policies", parts::policy);
        Map<Long, List<Relation.View>> views = partsOf("views", parts::view);
        return bare.stream()
                .map(it -> new Relation(
                        it.oid,
                        it.name,
                        it.kind,
                        it.owner,
                        it.rowSecurity,
                        it.forced,
                        it.parents.stream()
                                .flatMap(oid -> names.relation(oid).stream())
                                .toList(),
                        it.partition,
                        of(columns, it),
                        of(constraints, it),
                        of(indexes, it),
                        of(triggers, it),
                        of(policies, it),
                        it.grants,
                        of(views, it).stream().findFirst().orElse(null),
                        it.rows))
                .toList();
    }

    private static <T> List<T> of(Map<Long, List<T>> parts, Bare relation) {
        return parts.getOrDefault(relation.oid, List.of());
    }

    private Bare bare(Row row) {
        long oid = row.number(1);
        RelationName name = new RelationName(row.get(2), row.get(3));
        names.relation(oid, name);
        return new Bare(
                oid,
                name,
                kind(row.get(4)),
                names.role(row.number(5)),
                row.flag(6),
                row.flag(7),
                row.flag(8),
                Double.parseDouble(row.get(9)),
                names.grants(row.text(10)),
                ServerText.numbers(row.text(11)));
    }

    private static Relation.Kind kind(String letter) {
        return switch (letter) {
            case "p" -> Relation.Kind.PARTITIONED_TABLE;
            case "v" -> Relation.Kind.VIEW;
            case "m" -> Relation.Kind.MATERIALIZED_VIEW;
            case "f" -> Relation.Kind.FOREIGN_TABLE;
            default -> Relation.Kind.TABLE;
        };
    }

    /** The parts a query gives, by the oid in its first column. */
    private <T> Map<Long, List<T>> partsOf(String query, Function<Row, T> mapper) {
        Map<Long, List<T>> found = new HashMap<>();
        session.forEach(
                SqlFile.load(query),
                FETCH,
                row -> found.computeIfAbsent(row.number(1), none -> new ArrayList<>(2))
                        .add(mapper.apply(row)));
        return found;
    }
}
