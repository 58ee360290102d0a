package dev.partywall.ui;

import java.util.List;

/**
 * How somebody arranged the columns of a relation.
 *
 * @param order names from left to right; columns that are not named here follow in the relation's own order
 * @param hidden names of those not shown
 * @param pinned names of those that stay when one scrolls sideways
 */
public record ColumnLayout(List<String> order, List<String> hidden, List<String> pinned) {
    /** As the relation has them. */
    public static final ColumnLayout USUAL = new ColumnLayout(List.of(), List.of(), List.of());

    public ColumnLayout {
        order = List.copyOf(order);
        hidden = List.copyOf(hidden);
        pinned = List.copyOf(pinned);
    }
}
