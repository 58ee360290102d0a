package dev.partywall.ui.browse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The items of an array as the server writes it (PostgreSQL 18, section 8.15.6). */
final class ArrayItems {
    private final String text;
    private int at = 1;

    private ArrayItems(String text) {
        this.text = text;
    }

    /** Empty where the text is not an array of one dimension. */
    static Optional<List<@Nullable String>> of(String text) {
        boolean flat = text.startsWith("{") && text.endsWith("}") && !text.startsWith("{{");
        return flat ? Optional.of(new ArrayItems(text).items()) : Optional.empty();
    }

    private List<@Nullable String> items() {
        List<@Nullable String> items = new ArrayList<>();
        while (at < text.length() - 1) {
            items.add(text.charAt(at) == '"' ? quoted() : plain());
            at++;
        }
        return items;
    }

    private String quoted() {
        StringBuilder item = new StringBuilder();
        at++;
        while (text.charAt(at) != '"') {
            if (text.charAt(at) == '\\') {
                at++;
            }
            item.append(text.charAt(at++));
        }
        at++;
        return item.toString();
    }

    private @Nullable String plain() {
        int from = at;
        while (text.charAt(at) != ',' && at < text.length() - 1) {
            at++;
        }
        String item = text.substring(from, at);
        return item.equals("NULL") ? null : item;
    }
}
