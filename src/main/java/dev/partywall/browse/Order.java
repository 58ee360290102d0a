package dev.partywall.browse;

import dev.partywall.catalog.Column;
import dev.partywall.catalog.Constraint;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.Relation;
import dev.partywall.failure.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A total order of a relation's rows: the column asked for, then a key that tells equal rows apart.
 *
 * @param unique whether the order ends in something unique; without it, pages by place would lose or repeat rows
 */
record Order(List<Term> terms, boolean unique) {
    /**
     * @param expression quoted column, or {@code ctid}, of the relation as {@link PageSql#ALIAS}
     * @param type to which a place's text is cast
     */
    record Term(String expression, String type, boolean nullable, boolean descending) {}

    private static final List<String> UNSORTABLE = List.of("json", "xml", "point", "line", "box", "path", "polygon");

    /** @throws Failure when the column to sort by does not exist or cannot be sorted */
    static Order of(Relation relation, @Nullable Sort sort) {
        List<Term> terms = new ArrayList<>();
        if (sort != null) {
            terms.add(term(sortable(relation, sort.column()), sort.descending()));
        }
        boolean descending = sort != null && sort.descending();
        Optional<List<String>> key = key(relation);
        if (key.isPresent()) {
            key.get().stream()
                    .filter(name -> sort == null || !name.equals(sort.column()))
                    .forEach(name -> terms.add(term(relation.column(name).orElseThrow(), descending)));
            return new Order(List.copyOf(terms), true);
        }
        if (relation.kind() == Relation.Kind.TABLE) {
            terms.add(new Term(PageSql.ALIAS + ".ctid", "tid", false, descending));
            return new Order(List.copyOf(terms), true);
        }
        return new Order(List.copyOf(terms), false);
    }

    /** By which rows can be told apart on one snapshot, where there is no key: slow, as it is not what any index has. */
    static Order byPlace() {
        return new Order(
                List.of(
                        new Term(PageSql.ALIAS + ".tableoid", "oid", false, false),
                        new Term(PageSql.ALIAS + ".ctid", "tid", false, false)),
                true);
    }

    /** Primary key, else a unique constraint whose columns cannot be NULL. */
    static Optional<List<String>> key(Relation relation) {
        Optional<List<String>> primary = relation.primaryKey().map(Constraint::columns);
        if (primary.isPresent()) {
            return primary;
        }
        return relation.constraints().stream()
                .filter(constraint -> constraint.kind() == Constraint.Kind.UNIQUE && !constraint.deferrable())
                .map(Constraint::columns)
                .filter(columns -> columns.stream()
                        .allMatch(name -> relation.column(name).orElseThrow().notNull()))
                .findFirst();
    }

    private static Column sortable(Relation relation, String name) {
        Column column = relation.column(name)
                .orElseThrow(() -> Failure.usage(
                        relation.name() + " has no column " + Identifiers.quote(name) + ".",
                        "Its columns are: " + columnNames(relation) + "."));
        if (UNSORTABLE.contains(column.baseType())) {
            throw Failure.usage(
                    "PostgreSQL cannot sort by " + Identifiers.quote(name) + ", a " + column.type() + ".",
                    "Sort by another column.");
        }
        return column;
    }

    static String columnNames(Relation relation) {
        return String.join(
                ", ",
                relation.columns().stream()
                        .map(column -> Identifiers.quote(column.name()))
                        .toList());
    }

    private static Term term(Column column, boolean descending) {
        return new Term(
                PageSql.ALIAS + "." + Identifiers.quote(column.name()),
                column.baseType(),
                !column.notNull(),
                descending);
    }

    /** The ORDER BY list; empty when rows have no order at all. */
    String orderBy() {
        return String.join(
                ", ",
                terms.stream()
                        .map(term -> term.expression() + (term.descending() ? " DESC" : ""))
                        .toList());
    }
}
