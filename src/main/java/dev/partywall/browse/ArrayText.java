package dev.partywall.browse;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Text values as the server reads an array of them (PostgreSQL 18, section 8.15.6). */
final class ArrayText {
    private ArrayText() {}

    static String of(List<@Nullable String> values) {
        return values.stream().map(ArrayText::element).collect(Collectors.joining(",", "{", "}"));
    }

    private static String element(@Nullable String value) {
        return value == null ? "NULL" : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
