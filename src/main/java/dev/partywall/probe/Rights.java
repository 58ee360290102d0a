package dev.partywall.probe;

import dev.partywall.catalog.Column;
import dev.partywall.catalog.Relation;
import dev.partywall.connect.Row;
import dev.partywall.connect.Session;
import dev.partywall.connect.Sql;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the session's user may do to one relation, as the server answers: told beforehand, because a missing privilege
 * and a refusing policy raise the same error.
 *
 * @param select the columns it may read
 * @param insert the columns it may give in an INSERT
 * @param update the columns it may change
 */
public record Rights(boolean delete, boolean truncate, Set<String> select, Set<String> insert, Set<String> update) {
    /** No right at all. */
    public static final Rights NONE = new Rights(false, false, Set.of(), Set.of(), Set.of());

    public boolean any() {
        return delete || truncate || !select.isEmpty() || !insert.isEmpty() || !update.isEmpty();
    }

    /** Asks for all relations at once. Relations without any right are left out. */
    static Map<Long, Rights> read(Session session, Collection<Relation> relations) {
        Map<Long, Relation> byOid = relations.stream().collect(Collectors.toMap(Relation::oid, relation -> relation));
        String oids = byOid.keySet().stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
        Map<Long, Rights> rights = new HashMap<>();
        session.forEach(Sql.of(SqlText.of("rights"), oids), 1000, row -> {
            Relation relation = byOid.get(row.number(1));
            if (relation != null) {
                rights.put(relation.oid(), of(relation, row));
            }
        });
        rights.values().removeIf(found -> !found.any());
        return rights;
    }

    private static Rights of(Relation relation, Row row) {
        return new Rights(
                row.flag(2),
                row.flag(3),
                named(relation, row.get(4)),
                named(relation, row.get(5)),
                named(relation, row.get(6)));
    }

    private static Set<String> named(Relation relation, String numbers) {
        Set<String> wanted = Set.copyOf(Arrays.asList(numbers.split(",")));
        return relation.columns().stream()
                .filter(column -> wanted.contains(String.valueOf(column.number())))
                .map(Column::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
