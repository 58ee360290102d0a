package dev.partywall.browse;

import dev.partywall.catalog.Column;
import dev.partywall.catalog.Constraint;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.Index;
import dev.partywall.catalog.Relation;
import dev.partywall.failure.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A total order of a relation's rows: the column asked for, then a key that tells equal rows apart. Only the first term may be
 * NULL, and all terms go in one direction.
 *
 * @param unique whether the order ends in something unique; without it, pages by place would lose or repeat rows
 */
record Order(List<Term> terms, boolean unique) {
    /**
     * @param name the column's, or {@code ctid} or {@code tableoid}
     * @param type to which a place's text is cast
     */
    record Term(String name, String type, boolean nullable, boolean descending) {
        /** Quoted, of the relation as {@link PageSql#ALIAS}. */
        String expression() {
            return PageSql.ALIAS + "." + Identifiers.quote(name);
        }

        boolean isPlace() {
            return SYSTEM.contains(name);
        }

        private Term reversed() {
            return new Term(name, type, nullable, !descending);
        }
    }

    /** Columns every table has, by which a row is found as long as nobody changes it. */
    static final Set<String> SYSTEM = Set.of("tableoid", "ctid");

    private static final List<String> UNSORTABLE =
            List.of("json", "xml", "point", "line", "lseg", "box", "path", "polygon", "circle");

    Order {
        terms = List.copyOf(terms);
    }

    /** @throws Failure when the column to sort by does not exist or cannot be sorted */
    static Order of(Source source, @Nullable Sort sort) {
        boolean descending = sort != null && sort.descending();
        List<Term> terms = new ArrayList<>();
        if (sort != null) {
            terms.add(term(sortable(source, sort.column()), descending));
        }
        List<Term> key = key(source, descending);
        key.stream()
                .filter(term -> sort == null || !term.name().equals(sort.column()))
                .forEach(terms::add);
        return new Order(terms, !key.isEmpty());
    }

    /** What tells any two rows of the source apart; empty where nothing does. */
    private static List<Term> key(Source source, boolean descending) {
        List<Term> key = new ArrayList<>();
        List<String> columns = key(source.relation()).filter(source::readsAll).orElse(List.of());
        columns.forEach(name -> key.add(term(column(source, name), descending)));
        if ((key.isEmpty() || source.withChildren()) && source.hasPlaces()) {
            if (source.withChildren() || source.relation().kind() == Relation.Kind.PARTITIONED_TABLE) {
                key.add(new Term("tableoid", "oid", false, descending));
            }
            key.add(new Term("ctid", "tid", false, descending));
        }
        return key;
    }

    /** Primary key, else a unique constraint or index whose columns cannot be NULL. */
    static Optional<List<String>> key(Relation relation) {
        Stream<List<String>> primary = relation.primaryKey().map(Constraint::columns).stream();
        Stream<List<String>> constraints = relation.constraints().stream()
                .filter(constraint -> constraint.kind() == Constraint.Kind.UNIQUE && !constraint.deferrable())
                .map(Constraint::columns);
        Stream<List<String>> indexes = relation.indexes().stream()
                .filter(index -> index.unique() && index.valid() && index.predicate() == null)
                .map(index -> columns(relation, index));
        return Stream.of(primary, constraints, indexes)
                .flatMap(keys -> keys)
                .filter(columns -> !columns.isEmpty()
                        && columns.stream()
                                .allMatch(name -> relation.column(name)
                                        .map(Column::notNull)
                                        .orElse(false)))
                .findFirst();
    }

    /** Empty where an expression is among the keys. */
    private static List<String> columns(Relation relation, Index index) {
        List<String> names = index.keys().stream()
                .flatMap(key -> relation.columns().stream()
                        .map(Column::name)
                        .filter(name -> Identifiers.quote(name).equals(key)))
                .toList();
        return names.size() == index.keys().size() ? names : List.of();
    }

    private static Column sortable(Source source, String name) {
        Column column = column(source, name);
        if (UNSORTABLE.contains(column.baseType())) {
            throw Failure.usage(
                    "PostgreSQL cannot sort by " + Identifiers.quote(name) + ", a " + column.type() + ".",
                    "Sort by another column.");
        }
        return column;
    }

    /** @throws Failure when the source has no such column to read */
    static Column column(Source source, String name) {
        return source.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Failure.usage(
                        source.relation().name() + " has no column " + Identifiers.quote(name)
                                + (source.isWhole() ? "." : " that may be read."),
                        "Its columns are: " + columnNames(source) + "."));
    }

    private static String columnNames(Source source) {
        return String.join(
                ", ",
                source.columns().stream()
                        .map(column -> Identifiers.quote(column.name()))
                        .toList());
    }

    private static Term term(Column column, boolean descending) {
        return new Term(column.name(), CastType.of(column), !column.notNull(), descending);
    }

    /** The same rows from the end. */
    Order reversed() {
        return new Order(terms.stream().map(Term::reversed).toList(), unique);
    }

    /** The ORDER BY list; empty when rows have no order at all. */
    String orderBy() {
        return String.join(
                ", ",
                terms.stream()
                        .map(term -> term.expression() + (term.descending() ? " DESC" : ""))
                        .toList());
    }

    /** What a place tells, for people: {@code "Id", note}. */
    String words() {
        return String.join(
                ", ", terms.stream().map(term -> Identifiers.quote(term.name())).toList());
    }
}
