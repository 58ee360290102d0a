package dev.partywall.browse.copy;

import dev.partywall.connect.Table.Heading;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table as GitHub's Markdown has them, numbers to the right. */
final class MarkdownText {
    private static final Set<String> NUMBERS = Set.of("int2", "int4", "int8", "numeric", "float4", "float8", "money");

    private MarkdownText() {}

    static String of(List<Heading> headings, List<List<@Nullable String>> rows) {
        StringBuilder text = new StringBuilder();
        text.append(line(headings.stream().map(heading -> cell(heading.name())).toList()));
        text.append(line(headings.stream()
                .map(heading -> NUMBERS.contains(heading.type()) ? "---:" : "---")
                .toList()));
        rows.forEach(
                row -> text.append(line(row.stream().map(MarkdownText::cell).toList())));
        return text.toString();
    }

    private static String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String cell(@Nullable String value) {
        if (value == null) {
            return "NULL";
        }
        return value.replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("<", "&lt;")
                .replace("\r\n", "<br>")
                .replace("\n", "<br>")
                .replace("\r", "<br>");
    }
}
