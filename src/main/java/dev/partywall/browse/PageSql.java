package dev.partywall.browse;

import dev.partywall.catalog.Identifiers;
import dev.partywall.connect.Sql;
import dev.partywall.connect.Table.Heading;
import java.util.ArrayList;
import java.util.List;

/** The one statement that reads a page. Values are bound as text and cast by the server to the column's type. */
final class PageSql {
    /** Under which the statement knows the relation, so that its columns are told from the place's. */
    static final String ALIAS = "r";

    private final Source source;
    private final PageRequest request;
    private final Order order;
    private final Order asRead;

    PageSql(Source source, PageRequest request) {
        this(source, request, Order.of(source, request.sort()));
    }

    PageSql(Source source, PageRequest request, Order order) {
        this.source = source;
        this.request = request;
        this.order = order;
        this.asRead = request.from().upwards() ? order.reversed() : order;
    }

    /** The order in which rows are shown; those of a page that is read upwards come the other way round. */
    Order order() {
        return order;
    }

    Source source() {
        return source;
    }

    PageRequest request() {
        return request;
    }

    /** The relation's columns, then those terms of the order that are none; one row more than the page holds. */
    Sql statement() {
        return statement(new Condition());
    }

    /**
     * The same of fewer rows.
     *
     * @param further what else must hold for a row
     */
    Sql statement(Condition further) {
        return statement(new Condition(), further);
    }

    /**
     * The same, with one more thing told of each row, last.
     *
     * @param told an expression; empty for nothing
     */
    Sql statement(Condition told, Condition further) {
        List<Condition> begins =
                new Beginnings(asRead, request.from(), source.relation().name()).conditions();
        if (begins.size() < 2 || !sortIndexed()) {
            return select(told, further, Condition.anyOf(begins)).sql();
        }
        // Each part walks the index; the few rows of both are put in order again.
        Condition parts = new Condition();
        for (Condition begin : begins) {
            parts.add(parts.isEmpty() ? "(" : " UNION ALL (")
                    .add(select(told, further, begin))
                    .add(")");
        }
        return new Condition("SELECT * FROM (")
                .add(parts)
                .add(") AS " + ALIAS + orderBy() + limit())
                .sql();
    }

    /** The page's rows among those that a join finds. */
    Sql of(Condition joined, String on) {
        return new Condition("SELECT " + selectList() + " FROM ")
                .add(joined)
                .add(" JOIN " + from() + " ON " + on + orderBy() + limit())
                .sql();
    }

    private boolean sortIndexed() {
        Sort sort = request.sort();
        return sort != null && sort.indexed(source.relation());
    }

    private Condition select(Condition told, Condition further, Condition begin) {
        Condition select = new Condition("SELECT ").add(selectList());
        if (!told.isEmpty()) {
            select.add(selectList().isEmpty() ? "" : ", ").add(told);
        }
        Condition where = Condition.allOf(List.of(filters(), further, begin));
        return select.add(" FROM " + from()).add(where.where()).add(orderBy()).add(limit());
    }

    /** The filters alone, for counting. */
    Sql count() {
        return new Condition("SELECT count(*) FROM " + from())
                .add(filters().where())
                .sql();
    }

    /** What the filters and the search let through. */
    Condition filters() {
        List<Condition> all = new ArrayList<>();
        request.filters().forEach(filter -> all.add(FilterSql.of(source, filter)));
        Search search = request.search();
        if (search != null) {
            all.add(FilterSql.of(search));
        }
        return Condition.allOf(all);
    }

    String from() {
        return source.relation().name().sql() + " AS " + ALIAS;
    }

    private String orderBy() {
        return asRead.terms().isEmpty() ? "" : " ORDER BY " + asRead.orderBy();
    }

    /** Written into the text, since the server plans otherwise for a number it does not know. */
    private String limit() {
        return request.limit() == 0 ? "" : " LIMIT " + Math.addExact(request.limit(), 1);
    }

    /** Of what {@link #statement()} selects. */
    List<Heading> headings() {
        List<Heading> headings = new ArrayList<>(source.headings());
        order.terms().stream()
                .filter(Order.Term::isPlace)
                .forEach(term -> headings.add(new Heading(term.name(), term.type())));
        return headings;
    }

    private String selectList() {
        List<String> items = new ArrayList<>();
        source.columns().forEach(column -> items.add(ALIAS + "." + Identifiers.quote(column.name())));
        order.terms().stream().filter(Order.Term::isPlace).forEach(term -> items.add(term.expression()));
        return String.join(", ", items);
    }
}
