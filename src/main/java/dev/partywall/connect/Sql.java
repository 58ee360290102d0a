package dev.partywall.connect;

import dev.partywall.catalog.Identifiers;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
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

    /** The statement with its values written in as literals, for people to read or to run elsewhere; never sent. */
    public String shown() {
        StringBuilder shown = new StringBuilder();
        Iterator<@Nullable Object> bound = values.iterator();
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (quote == 0 && character == '?') {
                boolean operator = text.startsWith("??", i);
                shown.append(operator ? "?" : literal(bound.next()));
                i += operator ? 1 : 0;
                continue;
            }
            shown.append(character);
            boolean mark = character == '\'' || character == '"';
            quote = quote == 0 && mark ? character : character == quote ? 0 : quote;
        }
        return shown.toString();
    }

    private static String literal(@Nullable Object value) {
        return value == null ? "NULL" : Identifiers.literal(value.toString());
    }
}
