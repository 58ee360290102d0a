package dev.partywall.expression;

import dev.partywall.catalog.Relation;
import org.jspecify.annotations.Nullable;

/**
 * A row that columns can mean.
 *
 * @param alias what qualifies its columns
 * @param relation null when it is not a relation of the snapshot
 * @param tenant whose row it is; null when it is nobody's in particular
 * @param base the row the whole condition is about
 * @param made a row as the session writes it, so that any column may hold anything
 */
record Frame(
        String alias, @Nullable Relation relation, @Nullable Value tenant, boolean base, boolean made) {
    Frame(String alias, @Nullable Relation relation, @Nullable Value tenant, boolean base) {
        this(alias, relation, tenant, base, false);
    }

    boolean hasColumn(String name) {
        return relation != null && relation.column(name).isPresent();
    }
}
