package dev.partywall.probe;

import dev.partywall.catalog.Identifiers;
import dev.partywall.connect.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Column values as parts of SQL, each with its value to bind. */
public record Assignments(String text, List<@Nullable Object> values) {

    /** {@code a = ..., b = ...} */
    public static Assignments set(Target target, Map<String, String> columns) {
        return joined(target, "", columns, ", ");
    }

    /** {@code t.a = ... AND t.b = ...} */
    public static Assignments match(Target target, String row, Map<String, String> columns) {
        return joined(target, row + ".", columns, " AND ");
    }

    private static Assignments joined(Target target, String prefix, Map<String, String> columns, String separator) {
        List<String> names = columns.keySet().stream().sorted().toList();
        List<@Nullable Object> values = new ArrayList<>();
        names.forEach(name -> values.add(columns.get(name)));
        return new Assignments(
                names.stream()
                        .map(name -> prefix + Identifiers.quote(name) + " = CAST(? AS " + target.baseTypeOf(name) + ")")
                        .collect(Collectors.joining(separator)),
                values);
    }

    /** A statement in which these values come first and those of the other second. */
    public Sql before(String between, Assignments other, String start, String end) {
        List<@Nullable Object> all = new ArrayList<>(values);
        all.addAll(other.values());
        return new Sql(start + text + between + other.text() + end, all);
    }

    public Sql in(String start, String end) {
        return new Sql(start + text + end, values);
    }
}
