package dev.partywall.browse;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a row stands in an order: the values of the sorted columns and of the key, as the server's text. Holds however
 * many rows come and go before it, which a row number does not.
 */
public record Place(List<@Nullable String> values) {
    static final Place NONE = new Place(List.of());

    public Place {
        values = Collections.unmodifiableList(values);
    }
}
