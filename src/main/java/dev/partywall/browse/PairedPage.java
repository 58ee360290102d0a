package dev.partywall.browse;

import dev.partywall.connect.Attestation;
import dev.partywall.connect.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that one of two lenses sees, or both, on one snapshot.
 *
 * @param seenBy one for each row of {@code table}
 * @param places where each row stands; empty where there is no key to go by
 * @param keys for each row the filters that find it again
 * @param remark what a person should know, a lens that gets an error say; empty when nothing
 */
public record PairedPage(
        Table table,
        List<SeenBy> seenBy,
        @Nullable Place previous,
        @Nullable Place next,
        List<Place> places,
        List<List<Filter>> keys,
        String remark,
        Attestation first,
        Attestation second) {
    /** Which of the two sees a row. */
    public enum SeenBy {
        BOTH,
        FIRST,
        SECOND
    }

    public PairedPage {
        seenBy = List.copyOf(seenBy);
        places = List.copyOf(places);
        keys = List.copyOf(keys);
    }

    /** How many rows of this page are seen so. */
    public long count(SeenBy who) {
        return seenBy.stream().filter(who::equals).count();
    }
}
