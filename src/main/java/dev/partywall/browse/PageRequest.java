package dev.partywall.browse;

import dev.partywall.catalog.RelationName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of which relation.
 *
 * @param sort null: by the relation's key
 * @param after the place of the last row of the page before, see {@link RowPage#next()}; null for the first page
 * @param limit rows a page holds
 */
public record PageRequest(
        RelationName relation,
        List<Filter> filters,
        @Nullable Sort sort,
        @Nullable Place after,
        int limit) {
    public PageRequest {
        filters = List.copyOf(filters);
    }

    /** The first rows by key. */
    public static PageRequest first(RelationName relation, int limit) {
        return new PageRequest(relation, List.of(), null, null, limit);
    }

    /** The page that begins after this place. */
    public PageRequest after(Place place) {
        return new PageRequest(relation, filters, sort, place, limit);
    }

    /** The same with another limit. */
    public PageRequest limitedTo(int rows) {
        return new PageRequest(relation, filters, sort, after, rows);
    }
}
