package dev.partywall.ui.browse;

import dev.partywall.browse.Filter;
import dev.partywall.browse.From;
import dev.partywall.browse.PageRequest;
import dev.partywall.browse.RowClass;
import dev.partywall.browse.Search;
import dev.partywall.browse.Sort;
import dev.partywall.catalog.Relation;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rows the person wants to see.
 *
 * @param only in a comparison the classes to show; empty for all
 */
record Asked(Relation relation, PageRequest request, Set<RowClass> only) {
    private static final int CELLS = 40_000;

    Asked {
        only = Set.copyOf(only);
    }

    /** The first rows; fewer a page where they are wide. */
    static Asked of(Relation relation) {
        int limit = Math.clamp(CELLS / Math.max(1, relation.columns().size()), 100, 400);
        return new Asked(relation, PageRequest.first(relation.name(), limit), Set.of());
    }

    Asked filteredBy(List<Filter> filters) {
        return with(request.filteredBy(filters));
    }

    Asked sortedBy(@Nullable Sort sort) {
        return with(request.sortedBy(sort));
    }

    Asked searching(@Nullable Search search) {
        return with(request.searching(search));
    }

    Asked from(From from) {
        return with(request.from(from));
    }

    Asked showing(Set<RowClass> classes) {
        return new Asked(relation, request.from(new From.First()), classes);
    }

    private Asked with(PageRequest changed) {
        return new Asked(relation, changed, only);
    }

    boolean isNarrowed() {
        return !request.filters().isEmpty() || request.search() != null;
    }
}
