package dev.partywall.connect;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement and its bound values. Values are never written into the text.
 *
 * @param text with {@code ?} for each value; an operator that contains a question mark is written {@code ??}
 */
public record Sql(String text, List<@Nullable Object> values) {
    public Sql {
        values = Collections.unmodifiableList(values);
    }

    public static Sql of(String text, @Nullable Object... values) {
        return new Sql(text, Arrays.asList(values.clone()));
    }
}
