package dev.partywall.ui.browse;

import dev.partywall.browse.Filter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of the grid.
 *
 * @param mark what a comparison says of it; null where nothing is compared
 * @param key the conditions that find it again; empty where it has no key
 */
record GridRow(List<@Nullable String> values, @Nullable Mark mark, List<Filter> key) {}
