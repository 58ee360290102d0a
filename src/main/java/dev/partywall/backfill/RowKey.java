package dev.partywall.backfill;

import dev.partywall.catalog.Column;
import dev.partywall.catalog.Constraint;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.Relation;
import dev.partywall.connect.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * By what a table's rows are told apart: the primary key, else a unique constraint whose columns are NOT NULL, else the
 * row's place (ctid, with tableoid in a partitioned table).
 *
 * @param place whether it is the place, which an update changes
 */
record RowKey(List<Part> parts, boolean place) {
    /** What the columns are called, unquoted. */
    List<String> names() {
        return parts.stream().map(Part::name).toList();
    }

    /**
     * @param name of the column
     * @param type to which a value's text is cast
     */
    record Part(String name, String type) {
        /** Without the alias. */
        String expression() {
            return Identifiers.quote(name);
        }
    }

    static RowKey of(Relation relation) {
        List<String> columns = columns(relation);
        if (columns.isEmpty()) {
            Part ctid = new Part("ctid", "tid");
            boolean partitioned = relation.kind() == Relation.Kind.PARTITIONED_TABLE;
            return new RowKey(partitioned ? List.of(new Part("tableoid", "oid"), ctid) : List.of(ctid), true);
        }
        return new RowKey(
                columns.stream()
                        .map(name -> relation.column(name).orElseThrow())
                        .map(column -> new Part(column.name(), column.baseType()))
                        .toList(),
                false);
    }

    /** The columns of the key; empty where the table has none. */
    static List<String> columns(Relation relation) {
        return relation.primaryKey()
                .map(Constraint::columns)
                .orElseGet(() -> relation.constraints().stream()
                        .filter(constraint -> constraint.kind() == Constraint.Kind.UNIQUE && !constraint.deferrable())
                        .map(Constraint::columns)
                        .filter(names -> names.stream().allMatch(name -> notNull(relation, name)))
                        .findFirst()
                        .orElse(List.of()));
    }

    private static boolean notNull(Relation relation, String name) {
        return relation.column(name).filter(Column::notNull).isPresent();
    }

    int size() {
        return parts.size();
    }

    /** What a part is called where the row is no longer a row of its table. */
    static String name(int part) {
        return "\"partywall " + (part + 1) + "\"";
    }

    /** {@code t.id AS "partywall 1", ...}. */
    Sql named(String alias) {
        return list(", ", i -> column(alias, i) + " AS " + name(i));
    }

    /** {@code t.id, ...}. */
    Sql columns(String alias) {
        return list(", ", i -> column(alias, i));
    }

    /** {@code w."partywall 1", ...}. */
    Sql names(String alias) {
        return list(", ", i -> alias + "." + name(i));
    }

    /** {@code w."partywall 1" DESC, ...}. */
    Sql backwards(String alias) {
        return list(", ", i -> alias + "." + name(i) + " DESC");
    }

    /** {@code json_agg(w."partywall 1"::text)::text, ...}: for each column the values of all rows. */
    Sql jsons(String alias) {
        return list(", ", i -> "json_agg(" + alias + "." + name(i) + "::text)::text");
    }

    /** The same of {@link #journalled}. */
    Sql journalledJsons(String alias) {
        return list(", ", i -> "json_agg(" + alias + "." + journalName(i) + "::text)::text");
    }

    /** What a journal keeps of a changed row: its key, or where it is now. */
    Sql journalled(String changed, String named) {
        return list(", ", i -> (place ? column(changed, i) : named + "." + name(i)) + " AS " + journalName(i));
    }

    /** As many NULLs as there are columns. */
    Sql nothing() {
        return list(", ", i -> "NULL::text");
    }

    private static String journalName(int part) {
        return "\"partywall journal " + (part + 1) + "\"";
    }

    /** {@code w."partywall 1"::text, ...}. */
    Sql texts(String alias) {
        return list(", ", i -> alias + "." + name(i) + "::text");
    }

    /** {@code t.id = w."partywall 1" AND ...}. */
    Sql matches(String alias, String named) {
        return list(" AND ", i -> column(alias, i) + " = " + named + "." + name(i));
    }

    /** {@code w."partywall 1" = v."partywall 1" AND ...}. */
    Sql same(String named, String other) {
        return list(" AND ", i -> named + "." + name(i) + " = " + other + "." + name(i));
    }

    /** {@code t.id = (g.whole).id AND ...}; never, where a row has no key. */
    Sql taken(String alias, String whole) {
        return place ? Sql.of("false") : list(" AND ", i -> column(alias, i) + " = " + column(whole, i));
    }

    /** {@code (t.id, ...) > (?, ...)}; for {@code =} exactly that row; true for no values. */
    Sql compared(String alias, String operator, @Nullable List<String> values) {
        if (values == null) {
            return Sql.of("true");
        }
        String bound = String.join(
                ", ", parts.stream().map(part -> "?::text::" + part.type()).toList());
        List<@Nullable Object> bindings = new ArrayList<>(values);
        return new Sql("(" + columns(alias).text() + ") " + operator + " (" + bound + ")", bindings);
    }

    /** {@code g."partywall 1"::text::bigint AS "partywall 1", ...}: keys given as text, typed. */
    Sql typed(String alias) {
        return list(", ", i -> alias + "." + name(i) + "::" + parts.get(i).type() + " AS " + name(i));
    }

    /** {@code "partywall 1", ...}. */
    Sql bareNames() {
        return list(", ", RowKey::name);
    }

    private String column(String alias, int part) {
        return alias + "." + parts.get(part).expression();
    }

    private Sql list(String between, IntFunction<String> term) {
        return Sql.of(String.join(
                between, IntStream.range(0, parts.size()).mapToObj(term).toList()));
    }
}
