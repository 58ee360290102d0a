package dev.partywall.browse;

import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.Relation;

/** One column to sort by. NULLs come last when ascending and first when descending, as PostgreSQL does by itself. */
public record Sort(String column, boolean descending) {
    /** Whether an index has the rows in this order, so that a page need not sort all rows the lens sees. */
    public boolean indexed(Relation relation) {
        String name = Identifiers.quote(column);
        return relation.indexes().stream()
                .filter(index -> index.valid() && index.method().equals("btree") && index.predicate() == null)
                .anyMatch(index -> index.keys().getFirst().equals(name));
    }
}
