package dev.partywall.cli;

import dev.partywall.browse.Place;
import dev.partywall.failure.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A place as the command line writes it: values between commas; one with a comma, a quote or nothing in it in double quotes; NULL
 * as nothing at all.
 */
final class PlaceText {
    private PlaceText() {}

    static String of(Place place) {
        return place.values().stream().map(PlaceText::value).collect(Collectors.joining(","));
    }

    private static String value(@Nullable String value) {
        if (value == null) {
            return "";
        }
        boolean plain = !value.isEmpty() && value.indexOf(',') < 0 && value.indexOf('"') < 0;
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }

    /** @throws Failure where a quote never ends */
    static Place parse(String text) {
        List<@Nullable String> values = new ArrayList<>();
        int at = 0;
        while (at <= text.length()) {
            int end = end(text, at);
            values.add(read(text.substring(at, end)));
            at = end + 1;
        }
        return new Place(values);
    }

    /** The comma that ends the value, or the end of the text. */
    private static int end(String text, int from) {
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '"' && (quoted || i == from)) {
                quoted = !quoted;
            } else if (text.charAt(i) == ',' && !quoted) {
                return i;
            }
        }
        return text.length();
    }

    private static @Nullable String read(String written) {
        if (written.isEmpty()) {
            return null;
        }
        if (!written.startsWith("\"")) {
            return written;
        }
        if (written.length() < 2 || !written.endsWith("\"")) {
            throw Failure.usage("'" + written + "' is not a value of a key.", "Write a quote within quotes twice.");
        }
        return written.substring(1, written.length() - 1).replace("\"\"", "\"");
    }
}
