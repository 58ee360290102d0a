package dev.partywall.ui.browse;

import dev.partywall.browse.Filter;
import dev.partywall.browse.PageRequest;
import dev.partywall.browse.Place;
import dev.partywall.browse.Sort;
import dev.partywall.catalog.RelationName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which rows the person is looking at: relation, filter, order, and the pages turned so far. */
final class Asked {
    static final int PAGE = 200;

    private final RelationName relation;
    private List<Filter> filters = List.of();
    private @Nullable Sort sort;
    private final List<Place> turned = new ArrayList<>();

    Asked(RelationName relation) {
        this.relation = relation;
    }

    RelationName relation() {
        return relation;
    }

    PageRequest request() {
        PageRequest first =
                PageRequest.first(relation, PAGE).filteredBy(filters).sortedBy(sort);
        return turned.isEmpty() ? first : first.after(turned.getLast());
    }

    int page() {
        return turned.size() + 1;
    }

    void filter(List<Filter> wanted) {
        filters = wanted;
        turned.clear();
    }

    List<Filter> filters() {
        return filters;
    }

    void sort(@Nullable Sort wanted) {
        sort = wanted;
        turned.clear();
    }

    void first() {
        turned.clear();
    }

    void next(Place place) {
        turned.add(place);
    }

    void previous() {
        if (!turned.isEmpty()) {
            turned.removeLast();
        }
    }
}
