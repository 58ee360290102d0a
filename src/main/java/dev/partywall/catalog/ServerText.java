package dev.partywall.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads lists out of the server's text, and keeps one copy of texts that repeat. Not for use by several threads. */
final class ServerText {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SEPARATOR = Pattern.compile("[{}, ]+");

    private final Map<String, String> shared = new HashMap<>();

    /** The numbers of {@code {1,2}}, {@code 1,2} or {@code 1 2}; none for null. */
    static List<Long> numbers(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        return SEPARATOR
                .splitAsStream(text)
                .filter(part -> !part.isEmpty())
                .map(Long::valueOf)
                .toList();
    }

    /** The strings of a JSON array; none for null. */
    static List<String> strings(@Nullable String json) {
        if (json == null) {
            return List.of();
        }
        try {
            return Arrays.asList(JSON.readValue(json, String[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the server sent no JSON array of strings", e);
        }
    }

    /** The same text, in one copy however often it comes. */
    String share(String text) {
        return shared.computeIfAbsent(text, same -> same);
    }
}
