package dev.partywall.browse.query;

import dev.partywall.connect.Row;
import java.util.List;
import java.util.Set;

/**
 * A function that a query calls, itself or through others.
 *
 * @param volatility i, s or v
 * @param body its source, or for C and internal functions a symbol
 * @param settings what it sets while it runs
 * @param parts the functions an aggregate is made of
 */
record Called(
        String name,
        String schema,
        String volatility,
        String language,
        String body,
        String settings,
        List<String> parts) {
    /** Volatile functions of PostgreSQL that change nothing and tell nothing beyond their arguments. */
    private static final Set<String> HARMLESS = Set.of(
            "random",
            "random_normal",
            "gen_random_uuid",
            "uuidv4",
            "uuidv7",
            "array_shuffle",
            "array_sample",
            "clock_timestamp",
            "timeofday",
            "pg_relation_size",
            "pg_table_size",
            "pg_indexes_size",
            "pg_total_relation_size",
            "pg_database_size");

    static Called of(Row row) {
        String parts = row.get(7);
        return new Called(
                row.get(1),
                row.get(2),
                row.get(3),
                row.get(4),
                row.get(5),
                row.get(6),
                parts.isEmpty() ? List.of() : List.of(parts.split(",")));
    }

    boolean isOfServer() {
        return schema.equals("pg_catalog");
    }

    /** Whether the source can be read and says what it does. */
    boolean isOpen() {
        return !isOfServer() && (language.equals("sql") || language.equals("plpgsql"));
    }

    /** Aggregates have no body of their own. */
    boolean isAggregate() {
        return !parts.isEmpty();
    }

    /** Whether it does nothing by itself that a query through a lens must not do. */
    boolean isHarmless() {
        if (isOfServer()) {
            return !volatility.equals("v") || HARMLESS.contains(name);
        }
        // What an extension runs from a text it calls stable; only the immutable cannot.
        return isOpen()
                || isAggregate()
                || volatility.equals("i") && (language.equals("c") || language.equals("internal"));
    }
}
