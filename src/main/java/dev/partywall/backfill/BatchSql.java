package dev.partywall.backfill;

import dev.partywall.connect.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The statements that set tenants and take them back, for one table. */
final class BatchSql {
    private final Target target;
    private final RowKey key;

    BatchSql(Target target) {
        this.target = target;
        this.key = target.key();
    }

    /**
     * The next rows that nobody else holds.
     *
     * @param answer whose a row is, for the row called t
     * @param tenants those that may be assigned
     * @param after the key after which to go on; null from the start
     */
    Sql batch(Sql answer, Set<String> tenants, @Nullable List<String> after, int rows) {
        return batch(answer, tenants, key.compared("t", ">", after), rows, "SKIP LOCKED");
    }

    /** One row; waits for whoever holds it. */
    Sql single(Sql answer, Set<String> tenants, List<String> row) {
        return batch(answer, tenants, key.compared("t", "=", row), 1, "");
    }

    private Sql batch(Sql answer, Set<String> tenants, Sql which, int rows, String held) {
        Map<String, Sql> parts = parts();
        parts.put("which", which);
        parts.put("limit", Sql.of("?", rows));
        parts.put("held", Sql.of(held));
        parts.put("answer", answer);
        parts.put("tenants", array(tenants));
        return SqlTemplate.fill("batch.sql", parts);
    }

    /** Rows that could get a tenant and have none. */
    Sql remaining(Sql answer, Set<String> tenants) {
        Map<String, Sql> parts = parts();
        parts.put("answer", answer);
        parts.put("tenants", array(tenants));
        return SqlTemplate.fill("remaining.sql", parts);
    }

    /** The next row that nobody else holds, to look at it alone. */
    Sql next(@Nullable List<String> after) {
        Map<String, Sql> parts = parts();
        parts.put("which", key.compared("t", ">", after));
        return SqlTemplate.fill("next-row.sql", parts);
    }

    /**
     * Takes back one batch's rows.
     *
     * @param rows each a key and, last, the tenant that was set
     * @param transaction the one that set them
     */
    Sql undo(List<List<String>> rows, long transaction) {
        Map<String, Sql> parts = parts();
        List<@Nullable Object> arrays = new ArrayList<>();
        for (int i = 0; i <= key.size(); i++) {
            int column = i;
            arrays.add(rows.stream().map(row -> row.get(column)).toArray(String[]::new));
        }
        String marks =
                IntStream.rangeClosed(0, key.size()).mapToObj(i -> "?::text[]").collect(Collectors.joining(", "));
        parts.put("arrays", new Sql(marks, arrays));
        parts.put("typed", key.typed("g"));
        parts.put("bare", key.bareNames());
        parts.put("matches", key.matches("u", "g"));
        parts.put("names", key.names("g"));
        parts.put("texts", key.texts("g"));
        parts.put("same", key.same("g", "d"));
        parts.put("xmin", Sql.of("?", Long.toUnsignedString(Integer.toUnsignedLong((int) transaction))));
        return SqlTemplate.fill("undo.sql", parts);
    }

    private static Sql array(Set<String> tenants) {
        return Sql.of("?::text[]", (Object) tenants.toArray(String[]::new));
    }

    private Map<String, Sql> parts() {
        Map<String, Sql> parts = new TreeMap<>();
        parts.put("table", target.table());
        parts.put("column", target.quotedColumn());
        parts.put("type", target.type());
        parts.put("named", key.named("t"));
        parts.put("names", key.names("t"));
        parts.put("order", key.columns("t"));
        parts.put("wnames", key.names("w"));
        parts.put("texts", key.texts("w"));
        parts.put("worder", key.names("w"));
        parts.put("matches", key.matches("u", "w"));
        parts.put("same", key.same("w", "c"));
        parts.put("newplace", newPlace());
        return parts;
    }

    /** Where an updated row is now, for a key that is a place. */
    private Sql newPlace() {
        IntFunction<String> part = i -> "u." + key.parts().get(i).expression() + "::text";
        return Sql.of(
                key.place()
                        ? "concat_ws(' ', "
                                + IntStream.range(0, key.size()).mapToObj(part).collect(Collectors.joining(", ")) + ")"
                        : "NULL::text");
    }
}
