package dev.partywall.browse.copy;

import dev.partywall.connect.Table.Heading;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** {@code (1, 2, 3)} of one column, {@code ((1, 'a'), (2, 'b'))} of several. */
final class InListText {
    private InListText() {}

    static String of(List<Heading> headings, List<List<@Nullable String>> rows) {
        return rows.stream()
                .filter(row -> row.stream().noneMatch(Objects::isNull))
                .map(row -> tuple(headings, row))
                .distinct()
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String tuple(List<Heading> headings, List<@Nullable String> row) {
        String values = IntStream.range(0, row.size())
                .mapToObj(i -> Literals.of(headings.get(i).type(), row.get(i)))
                .collect(Collectors.joining(", "));
        return row.size() == 1 ? values : "(" + values + ")";
    }
}
