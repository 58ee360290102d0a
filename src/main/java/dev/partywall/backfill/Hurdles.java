package dev.partywall.backfill;

import dev.partywall.connect.Row;
import dev.partywall.connect.RowMapper;
import dev.partywall.connect.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of a table's storage, partitioning, rules and publications matters to an update of its tenant column.
 *
 * @param unlogged a crash of the server empties it
 * @param moving the tenant decides the partition: rows move when they get one
 * @param rules that change what an update or delete does; null for none
 * @param updatesUnpublishable publications of its updates, although its rows have no replica identity: the server refuses
 *     to update them; null for none
 * @param deletesUnpublishable the same for deletes
 */
record Hurdles(
        boolean unlogged,
        boolean moving,
        @Nullable String rules,
        @Nullable String updatesUnpublishable,
        @Nullable String deletesUnpublishable) {
    /** Something that asks the server. */
    @FunctionalInterface
    interface Asking {
        <T> List<T> list(Sql sql, RowMapper<T> mapper);
    }

    static Hurdles of(Asking session, Target target) {
        long oid = target.relation().oid();
        Sql file = SqlTemplate.fill("hurdles.sql", Map.of());
        Sql ask = Sql.of(file.text(), oid, oid, target.column().name(), oid);
        return session.list(ask, Hurdles::of).getFirst();
    }

    private static Hurdles of(Row row) {
        return new Hurdles(row.flag(1), row.flag(2), row.text(3), row.text(4), row.text(5));
    }

    /** What stands in the way, one sentence each. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        if (rules != null) {
            sentences.add("Rules (" + rules + ") change what an update does, so it cannot be back-filled.");
        }
        if (updatesUnpublishable != null) {
            sentences.add("Publication " + updatesUnpublishable
                    + " sends its updates, and its rows have no replica identity: the server refuses to update them.");
        }
        if (moving) {
            sentences.add("The tenant decides the partition: rows move when they get one.");
        }
        if (unlogged) {
            sentences.add("It is unlogged: a crash of the server empties it, whoever works on it.");
        }
        return sentences;
    }
}
