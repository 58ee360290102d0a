package dev.partywall.backfill;

import dev.partywall.catalog.Identifiers;
import dev.partywall.connect.Sql;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
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
     * @param way whose a row is, for the row called t; null to delete it
     * @param tenants those that may be assigned
     * @param after the key after which to go on; null from the start
     */
    Sql batch(@Nullable Sql way, Set<String> tenants, @Nullable List<String> after, int rows) {
        return batch(way, tenants, key.compared("t", ">", after), rows, "SKIP LOCKED");
    }

    /** One row; waits for whoever holds it. */
    Sql single(@Nullable Sql way, Set<String> tenants, List<String> row) {
        return batch(way, tenants, key.compared("t", "=", row), 1, "");
    }

    private Sql batch(@Nullable Sql way, Set<String> tenants, Sql which, int rows, String held) {
        Map<String, Sql> parts = parts();
        parts.put("which", which);
        parts.put("limit", Sql.of("?", rows));
        parts.put("held", Sql.of(held));
        if (way == null) {
            return SqlTemplate.fill("batch-delete.sql", parts);
        }
        parts.put("answer", way);
        parts.put("tenants", array(tenants));
        return SqlTemplate.fill("batch.sql", parts);
    }

    /** Rows that could get a tenant and have none, or could go and are there. */
    Sql remaining(@Nullable Sql way, Set<String> tenants) {
        Map<String, Sql> parts = parts();
        parts.put("answer", way == null ? Sql.of("SELECT 'ASSIGNABLE' AS agreement, NULL::text AS tenant") : way);
        parts.put("wanted", way == null ? Sql.of("true") : wanted(tenants));
        return SqlTemplate.fill("remaining.sql", parts);
    }

    /** Which other columns change in some rows. */
    Sql sideEffects(Sql way, Set<String> tenants) {
        Map<String, Sql> parts = parts();
        parts.put("answer", way);
        parts.put("tenants", array(tenants));
        return SqlTemplate.fill("side-effects.sql", parts);
    }

    private static Sql wanted(Set<String> tenants) {
        Sql array = array(tenants);
        return new Sql("a.tenant = ANY (" + array.text() + ")", array.values());
    }

    /** The next row that nobody else holds, to look at it alone. */
    Sql next(@Nullable List<String> after) {
        Map<String, Sql> parts = parts();
        parts.put("which", key.compared("t", ">", after));
        return SqlTemplate.fill("next-row.sql", parts);
    }

    /**
     * Takes back rows of one batch.
     *
     * @param transaction the one that set them
     */
    Sql undo(JournalLine.Rows rows, long transaction) {
        Map<String, Sql> parts = given(rows, transaction);
        parts.put("tenant", Sql.of("?::text", rows.tenant()));
        return SqlTemplate.fill("undo.sql", parts);
    }

    /** Brings back rows that one batch deleted. */
    Sql undelete(JournalLine.Rows rows) {
        Map<String, Sql> parts = parts();
        List<String> columns = target.relation().columns().stream()
                .filter(column -> !column.generated())
                .map(column -> Identifiers.quote(column.name()))
                .toList();
        parts.put("columns", Sql.of(String.join(", ", columns)));
        parts.put("values", Sql.of("(g.whole)." + String.join(", (g.whole).", columns)));
        parts.put("rowtype", Sql.of(target.name().sql()));
        parts.put("into", Sql.of(target.name().sql()));
        parts.put("taken", key.taken("u", "(g.whole)"));
        String[] copies = Objects.requireNonNull(rows.copies()).toArray(String[]::new);
        parts.put("copies", Sql.of("?::text[]", (Object) copies));
        return SqlTemplate.fill("undo-delete.sql", parts);
    }

    /** Whether rows of a batch show that it was committed. */
    Sql evidence(JournalLine.Rows rows, long transaction) {
        return SqlTemplate.fill("evidence.sql", given(rows, transaction));
    }

    private Map<String, Sql> given(JournalLine.Rows rows, long transaction) {
        Map<String, Sql> parts = parts();
        List<@Nullable Object> arrays = new ArrayList<>();
        rows.keys().forEach(column -> arrays.add(column.toArray(String[]::new)));
        String marks = String.join(", ", Collections.nCopies(key.size(), "?::text[]"));
        parts.put("arrays", new Sql(marks, arrays));
        parts.put("typed", key.typed("g"));
        parts.put("bare", key.bareNames());
        parts.put("matches", key.matches("u", "g"));
        parts.put("xmin", Sql.of("?", Long.toUnsignedString(Integer.toUnsignedLong((int) transaction))));
        return parts;
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
        parts.put("backwards", key.backwards("t"));
        parts.put("wnames", key.names("w"));
        parts.put("texts", key.texts("w"));
        parts.put("keys", key.jsons("w"));
        parts.put("gonekeys", key.jsons("c"));
        parts.put("journalled", key.journalled("u", "w"));
        parts.put("journalkeys", key.journalledJsons("c"));
        parts.put("nokeys", key.nothing());
        parts.put("matches", key.matches("u", "w"));
        parts.put("same", key.same("w", "c"));
        parts.put("strength", Sql.of(target.identifying() ? "UPDATE" : "NO KEY UPDATE"));
        return parts;
    }
}
