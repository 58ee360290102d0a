package dev.partywall.browse;

import dev.partywall.connect.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rows a {@link PageSql} brought, in the order in which they are shown, and where each of them stands. */
final class PageRows {
    private final PageSql page;
    private final Table read;
    private final Map<String, Integer> positions;
    private final List<List<@Nullable String>> rows;

    /** @param read the columns, the places, and whatever else was asked of each row */
    PageRows(PageSql page, Table read) {
        this.page = page;
        this.read = read;
        this.positions = positions(page);
        this.rows = page.request().from().upwards() ? read.rows().reversed() : read.rows();
    }

    /** With all that was asked. */
    List<List<@Nullable String>> rows() {
        return rows;
    }

    /** The relation's own columns. */
    Table table() {
        int columns = page.source().columns().size();
        List<List<@Nullable String>> own = new ArrayList<>();
        rows.forEach(row -> own.add(row.subList(0, columns)));
        return new Table(read.headings().subList(0, columns), own, read.more());
    }

    /** Null when no page comes before. */
    @Nullable
    Place previous() {
        boolean there = switch (page.request().from()) {
            case From.First first -> false;
            case From.After after -> true;
            case From.At at -> true;
            case From.Last last -> read.more();
            case From.Before before -> read.more();
        };
        return there && movable() ? place(rows.getFirst()) : null;
    }

    /** Null when no page follows. */
    @Nullable
    Place next() {
        boolean there = switch (page.request().from()) {
            case From.First first -> read.more();
            case From.After after -> read.more();
            case From.At at -> read.more();
            case From.Last last -> false;
            case From.Before before -> true;
        };
        return there && movable() ? place(rows.getLast()) : null;
    }

    private boolean movable() {
        return page.order().unique() && !rows.isEmpty();
    }

    /** The values of the order's terms. */
    Place place(List<@Nullable String> row) {
        List<@Nullable String> values = new ArrayList<>();
        page.order().terms().forEach(term -> values.add(value(row, term)));
        return new Place(values);
    }

    /** Where each row stands; empty where there is no key to go by. */
    List<Place> places() {
        return page.order().unique() ? rows.stream().map(this::place).toList() : List.of();
    }

    /** The filters that find each row again. */
    List<List<Filter>> keys() {
        List<List<Filter>> keys = new ArrayList<>();
        rows.forEach(row -> keys.add(key(row)));
        return keys;
    }

    private List<Filter> key(List<@Nullable String> row) {
        if (!page.order().unique()) {
            return List.of();
        }
        return keyTerms().stream()
                .map(term -> new Filter(term.name(), Filter.Operator.EQUALS, value(row, term)))
                .toList();
    }

    /** The terms that tell rows apart: all but a column that was only sorted by. */
    List<Order.Term> keyTerms() {
        List<Order.Term> usual = Order.of(page.source(), null).terms();
        return page.order().terms().stream()
                .filter(term -> usual.stream().anyMatch(each -> each.name().equals(term.name())))
                .toList();
    }

    @Nullable
    String value(List<@Nullable String> row, Order.Term term) {
        return row.get(Objects.requireNonNull(positions.get(term.name())));
    }

    /** Where in a row each column and place is. */
    private static Map<String, Integer> positions(PageSql page) {
        Map<String, Integer> positions = new HashMap<>();
        page.source().columns().forEach(column -> positions.put(column.name(), positions.size()));
        page.order().terms().stream()
                .filter(Order.Term::isPlace)
                .forEach(term -> positions.put(term.name(), positions.size()));
        return positions;
    }
}
