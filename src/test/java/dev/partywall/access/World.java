package dev.partywall.access;

import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.RelationName;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A random little database: a schema, some roles, tables with eight rows each, views on them.
 *
 * @param script makes it, as superuser
 * @param things what commands are tried on
 */
record World(String schema, String script, List<String> roles, List<Thing> things) {
    /** All relations have these columns. */
    static final List<String> COLUMNS = List.of("id", "a", "b");

    /**
     * A relation of the world.
     *
     * @param base the table at the bottom of a simple view; the table itself for a table
     * @param narrowing the conditions of the views on the way, and {@code true}
     * @param content a query for all its rows that meets no policy when the superuser runs it
     * @param mergeable whether the server has MERGE for it
     */
    record Thing(
            Kind kind, RelationName name, RelationName base, String narrowing, String content, boolean mergeable) {}

    /** What a thing is. */
    enum Kind {
        TABLE,
        PARTITIONED,
        SIMPLE_VIEW,
        OTHER_VIEW,
        MATERIALIZED_VIEW
    }

    World {
        roles = List.copyOf(roles);
        things = List.copyOf(things);
    }

    /** Removes it. */
    String end() {
        String names = roles.stream().map(Identifiers::quote).collect(Collectors.joining(", "));
        return "DROP SCHEMA IF EXISTS " + Identifiers.quote(schema) + " CASCADE; DROP ROLE IF EXISTS " + names + ";\n";
    }
}
