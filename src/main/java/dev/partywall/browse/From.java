package dev.partywall.browse;

/** Where a page begins, or ends. */
public sealed interface From {
    /** The first rows. */
    record First() implements From {}

    /** The last rows. */
    record Last() implements From {}

    /** The rows that follow a place. */
    record After(Place place) implements From {}

    /** The rows just before a place. */
    record Before(Place place) implements From {}

    /** The rows from a place on, the one that stands there included. The place may tell the first terms of the order only. */
    record At(Place place) implements From {}

    /** Whether the page is found from its end, and so read upwards. */
    default boolean upwards() {
        return this instanceof Last || this instanceof Before;
    }
}
