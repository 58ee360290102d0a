package dev.partywall.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param method btree, gin, ...
 * @param keys the key columns in order; an expression as {@code pg_get_indexdef} prints it, in parentheses
 * @param predicate of a partial index
 */
public record Index(
        String name,
        String method,
        boolean unique,
        boolean primary,
        boolean valid,
        List<String> keys,
        @Nullable String predicate,
        String definition) {
    public Index {
        keys = List.copyOf(keys);
    }
}
