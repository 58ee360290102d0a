package dev.partywall.browse;

import dev.partywall.catalog.Column;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.Index;

/** Filters and searches as conditions with bound values. */
final class FilterSql {
    private FilterSql() {}

    static Condition of(Source source, Filter filter) {
        if (Order.SYSTEM.contains(filter.column()) && source.hasPlaces()) {
            String type = filter.column().equals("ctid") ? "tid" : "oid";
            return new Condition(PageSql.ALIAS + "." + filter.column() + " "
                            + filter.operator().symbol() + " ")
                    .addBound(filter.value(), type);
        }
        return of(source, filter, Order.column(source, filter.column()));
    }

    private static Condition of(Source source, Filter filter, Column column) {
        String name = PageSql.ALIAS + "." + Identifiers.quote(column.name());
        String symbol = filter.operator().symbol();
        return switch (filter.operator()) {
            case EQUALS, NOT_EQUALS, LESS, AT_MOST, GREATER, AT_LEAST ->
                new Condition(name + " " + symbol + " ").addBound(filter.value(), CastType.of(column));
            case HAS -> new Condition(name + " @> ").addBound(filter.value(), CastType.of(column));
            case STARTS_WITH -> new Condition("starts_with(concat(" + name + "), ?::text)", filter.value());
            case CONTAINS -> contains(source, column, name, filter);
            case IS_NULL -> new Condition(name + " IS NULL");
            case IS_NOT_NULL -> new Condition(name + " IS NOT NULL");
        };
    }

    /** By ILIKE where a trigram index answers it. */
    private static Condition contains(Source source, Column column, String name, Filter filter) {
        if (source.relation().indexes().stream().anyMatch(index -> hasTrigrams(index, column))) {
            String value = String.valueOf(filter.value());
            String pattern = value.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
            return new Condition(name + " ILIKE ?::text", "%" + pattern + "%");
        }
        // concat gives a value as it is shown; a cast would drop the blanks of a character(n).
        return new Condition(
                name + " IS NOT NULL AND strpos(lower(concat(" + name + ")), lower(?::text)) > 0", filter.value());
    }

    private static boolean hasTrigrams(Index index, Column column) {
        return index.valid()
                && index.definition().contains("_trgm_ops")
                && index.keys().contains(Identifiers.quote(column.name()));
    }

    /** The words, read as a web search reads them. */
    static Condition of(Search search) {
        String configuration = search.in().configuration();
        Condition vector = new Condition(search.in().vector() + " @@ ");
        return configuration == null
                ? vector.add(new Condition("websearch_to_tsquery(?::text)", search.words()))
                : vector.add(new Condition(
                        "websearch_to_tsquery(?::text::regconfig, ?::text)", configuration, search.words()));
    }
}
