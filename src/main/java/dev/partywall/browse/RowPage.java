package dev.partywall.browse;

import dev.partywall.connect.Attestation;
import dev.partywall.connect.Sql;
import dev.partywall.connect.Table;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows as one lens saw them, with the proof of who looked.
 *
 * @param previous before which the page before ends; null when there is none, or no key to go by
 * @param next after which the next page begins; null likewise
 * @param places where each row stands; empty where there is no key to go by
 * @param keys for each row the filters that find it again; empty ones where the relation has no key
 * @param caution what a person should know of these rows, in a sentence or two; empty when nothing
 * @param statement what was asked, to be shown on request
 * @param took from asking to the last row
 */
public record RowPage(
        Table table,
        @Nullable Place previous,
        @Nullable Place next,
        List<Place> places,
        List<List<Filter>> keys,
        String caution,
        Attestation attestation,
        Sql statement,
        Duration took) {
    public RowPage {
        places = List.copyOf(places);
        keys = List.copyOf(keys);
    }
}
