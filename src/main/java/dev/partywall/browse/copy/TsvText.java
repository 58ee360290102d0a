package dev.partywall.browse.copy;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Cells between tabs; one that holds a tab, a line break or a quote is quoted, as spreadsheets do when they copy. */
final class TsvText {
    private TsvText() {}

    static String of(List<List<@Nullable String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(TsvText::cell).collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
    }

    private static String cell(@Nullable String value) {
        if (value == null) {
            return "";
        }
        boolean plain = value.chars().noneMatch(character -> "\t\n\r\"".indexOf(character) >= 0);
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
