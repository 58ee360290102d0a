package dev.partywall.browse;

import dev.partywall.catalog.Column;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.Relation;
import dev.partywall.connect.Sql;
import dev.partywall.failure.Failure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one statement that reads a page. Values are bound as text and cast by the server to the column's type. */
final class PageSql {
    /** Under which the statement knows the relation, so that its columns are told from the place's. */
    static final String ALIAS = "r";

    private final Relation relation;
    private final PageRequest request;
    private final Order order;
    private final List<String> conditions = new ArrayList<>();
    private final List<@Nullable Object> values = new ArrayList<>();

    PageSql(Relation relation, PageRequest request) {
        this(relation, request, Order.of(relation, request.sort()));
    }

    PageSql(Relation relation, PageRequest request, Order order) {
        this.relation = relation;
        this.request = request;
        this.order = order;
    }

    Order order() {
        return order;
    }

    /** The relation's columns, then the terms of the order as text, which make the next page's place. */
    Sql statement() {
        return statement(Sql.of(""));
    }

    /** The same, with one more thing told of each row, last. */
    Sql statement(Sql extra) {
        values.addAll(extra.values());
        request.filters().forEach(this::addFilter);
        Place after = request.after();
        if (after != null) {
            addPlace(after);
        }
        StringBuilder text = new StringBuilder("SELECT ").append(selectList());
        if (!extra.text().isEmpty()) {
            text.append(", ").append(extra.text());
        }
        text.append(" FROM ").append(from());
        if (!conditions.isEmpty()) {
            text.append(" WHERE ").append(String.join(" AND ", conditions));
        }
        if (!order.terms().isEmpty()) {
            text.append(" ORDER BY ").append(order.orderBy());
        }
        return new Sql(text.toString(), values);
    }

    /** The filters alone, for counting. */
    Sql count() {
        request.filters().forEach(this::addFilter);
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        return new Sql("SELECT count(*) FROM " + from() + where, values);
    }

    private String from() {
        return relation.name().sql() + " AS " + ALIAS;
    }

    private String selectList() {
        List<String> items = new ArrayList<>();
        relation.columns().forEach(column -> items.add(ALIAS + "." + Identifiers.quote(column.name())));
        order.terms().forEach(term -> items.add(term.expression() + "::text"));
        return String.join(", ", items);
    }

    private void addFilter(Filter filter) {
        Column column = relation.column(filter.column())
                .orElseThrow(() -> Failure.usage(
                        relation.name() + " has no column " + Identifiers.quote(filter.column()) + ".",
                        "Its columns are: " + Order.columnNames(relation) + "."));
        String name = ALIAS + "." + Identifiers.quote(column.name());
        String typed = "?::text::" + column.baseType();
        switch (filter.operator()) {
            case EQUALS, NOT_EQUALS, AT_LEAST, AT_MOST ->
                add(name + " " + filter.operator().symbol() + " " + typed, filter.value());
            case CONTAINS -> add("strpos(lower(" + name + "::text), lower(?::text)) > 0", filter.value());
            case IS_NULL -> conditions.add(name + " IS NULL");
            case IS_NOT_NULL -> conditions.add(name + " IS NOT NULL");
        }
    }

    private void add(String condition, @Nullable Object value) {
        conditions.add(condition);
        values.add(value);
    }

    private void addPlace(Place place) {
        if (!order.unique() || place.values().size() != order.terms().size()) {
            throw Failure.usage(
                    "The place to go on from does not fit " + relation.name() + ".",
                    order.unique()
                            ? "Give one value for each of: " + order.orderBy() + "."
                            : "It has no key to go on from; narrow the rows with a filter instead.");
        }
        conditions.add(order.terms().stream().noneMatch(Order.Term::nullable) ? rowComparison(place) : stepwise(place));
    }

    /** {@code (a, b) > (x, y)}, which an index on (a, b) answers at once. */
    private String rowComparison(Place place) {
        List<String> left = new ArrayList<>();
        List<String> right = new ArrayList<>();
        for (int i = 0; i < order.terms().size(); i++) {
            left.add(order.terms().get(i).expression());
            right.add(bound(i, place));
        }
        String operator = order.terms().getFirst().descending() ? " < " : " > ";
        return "(" + String.join(", ", left) + ")" + operator + "(" + String.join(", ", right) + ")";
    }

    /** {@code a > x OR a IS NULL OR (a = x AND (b > y ...))}: NULLs last when ascending, first when descending. */
    private String stepwise(Place place) {
        return "(" + beyond(0, place) + ")";
    }

    private String beyond(int i, Place place) {
        Order.Term term = order.terms().get(i);
        boolean last = i == order.terms().size() - 1;
        List<String> alternatives = new ArrayList<>();
        if (place.values().get(i) == null) {
            if (term.descending()) {
                alternatives.add(term.expression() + " IS NOT NULL");
            }
            if (!last) {
                alternatives.add("(" + term.expression() + " IS NULL AND (" + beyond(i + 1, place) + "))");
            }
            return alternatives.isEmpty() ? "false" : String.join(" OR ", alternatives);
        }
        alternatives.add(term.expression() + (term.descending() ? " < " : " > ") + bound(i, place));
        if (term.nullable() && !term.descending()) {
            alternatives.add(term.expression() + " IS NULL");
        }
        if (!last) {
            alternatives.add(
                    "(" + term.expression() + " = " + bound(i, place) + " AND (" + beyond(i + 1, place) + "))");
        }
        return String.join(" OR ", alternatives);
    }

    private String bound(int i, Place place) {
        values.add(place.values().get(i));
        return "?::text::" + order.terms().get(i).type();
    }
}
