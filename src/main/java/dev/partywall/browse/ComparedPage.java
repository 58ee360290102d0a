package dev.partywall.browse;

import dev.partywall.connect.Attestation;
import dev.partywall.connect.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows as everyone, each classed by whether one tenant sees it, both sides on one snapshot.
 *
 * @param classes one for each row of {@code table}
 * @param places where each row stands; empty where there is no key to go by
 * @param keys for each row the filters that find it again
 * @param app who the app side was
 * @param bypass who the bypass side was
 */
public record ComparedPage(
        Table table,
        List<RowClass> classes,
        @Nullable Place previous,
        @Nullable Place next,
        List<Place> places,
        List<List<Filter>> keys,
        Attestation app,
        Attestation bypass) {
    public ComparedPage {
        classes = List.copyOf(classes);
        places = List.copyOf(places);
        keys = List.copyOf(keys);
    }

    /** How many rows of this page are of a class. */
    public long count(RowClass rowClass) {
        return classes.stream().filter(rowClass::equals).count();
    }
}
