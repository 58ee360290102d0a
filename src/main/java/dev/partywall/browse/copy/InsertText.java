package dev.partywall.browse.copy;

import dev.partywall.catalog.Column;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.Relation;
import dev.partywall.connect.Table.Heading;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One INSERT statement that makes the rows again. Generated columns are left out: they make themselves. */
final class InsertText {
    private final Relation relation;
    private final List<Heading> headings;
    private final int[] written;

    InsertText(Relation relation, List<Heading> headings) {
        this.relation = relation;
        this.headings = headings;
        this.written = IntStream.range(0, headings.size())
                .filter(i -> !is(headings.get(i), Column::generated))
                .toArray();
    }

    String of(List<List<@Nullable String>> rows) {
        boolean identity = IntStream.of(written).anyMatch(i -> is(headings.get(i), Column::identity));
        String names = IntStream.of(written)
                .mapToObj(i -> Identifiers.quote(headings.get(i).name()))
                .collect(Collectors.joining(", "));
        return "INSERT INTO " + relation.name().sql() + " (" + names + ")"
                + (identity ? " OVERRIDING SYSTEM VALUE" : "") + " VALUES\n"
                + rows.stream().map(this::values).collect(Collectors.joining(",\n"))
                + ";\n";
    }

    private boolean is(Heading heading, Predicate<Column> what) {
        return relation.column(heading.name()).filter(what).isPresent();
    }

    private String values(List<@Nullable String> row) {
        return IntStream.of(written)
                .mapToObj(i -> Literals.of(headings.get(i).type(), row.get(i)))
                .collect(Collectors.joining(", ", "  (", ")"));
    }
}
