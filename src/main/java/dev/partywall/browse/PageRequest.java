package dev.partywall.browse;

import dev.partywall.catalog.RelationName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of which relation.
 *
 * @param search full-text search; null for none
 * @param sort null: by the relation's key
 * @param limit rows a page holds
 */
public record PageRequest(
        RelationName relation,
        List<Filter> filters,
        @Nullable Search search,
        @Nullable Sort sort,
        From from,
        int limit) {
    public PageRequest {
        filters = List.copyOf(filters);
    }

    /** The first rows by key. */
    public static PageRequest first(RelationName relation, int limit) {
        return new PageRequest(relation, List.of(), null, null, new From.First(), limit);
    }

    /** The same rows from elsewhere. */
    public PageRequest from(From place) {
        return new PageRequest(relation, filters, search, sort, place, limit);
    }

    /** The page that begins after this place. */
    public PageRequest after(Place place) {
        return from(new From.After(place));
    }

    /** The page that ends before this place. */
    public PageRequest before(Place place) {
        return from(new From.Before(place));
    }

    /** The same with another limit. */
    public PageRequest limitedTo(int rows) {
        return new PageRequest(relation, filters, search, sort, from, rows);
    }

    /** The first rows that all these let through. */
    public PageRequest filteredBy(List<Filter> wanted) {
        return new PageRequest(relation, wanted, search, sort, new From.First(), limit);
    }

    /** The first rows in this order; null for that of the key. */
    public PageRequest sortedBy(@Nullable Sort wanted) {
        return new PageRequest(relation, filters, search, wanted, new From.First(), limit);
    }

    /** The first rows that a search finds; null for no search. */
    public PageRequest searching(@Nullable Search wanted) {
        return new PageRequest(relation, filters, wanted, sort, new From.First(), limit);
    }
}
