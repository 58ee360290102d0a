package dev.partywall.ui.browse;

import dev.partywall.browse.ComparedPage;
import dev.partywall.browse.Filter;
import dev.partywall.browse.PairedPage;
import dev.partywall.browse.Place;
import dev.partywall.browse.RowPage;
import dev.partywall.browse.query.QueryAnswer;
import dev.partywall.connect.Attestation;
import dev.partywall.connect.Sql;
import dev.partywall.connect.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page that came back, plain or compared.
 *
 * @param marks one for each row when compared; empty otherwise
 * @param previous where the page before it ends; null when there is none
 * @param next where the page after it begins; null when there is none
 * @param keys for each row the conditions that find it again
 * @param statement what was asked of the server; null where it was more than one
 * @param caution what the reader should know about the order, or empty
 */
record Seen(
        Table table,
        List<Mark> marks,
        @Nullable Place previous,
        @Nullable Place next,
        List<List<Filter>> keys,
        Attestation attestation,
        @Nullable Sql statement,
        @Nullable Duration took,
        String caution) {
    static Seen of(RowPage page) {
        return new Seen(
                page.table(),
                List.of(),
                page.previous(),
                page.next(),
                page.keys(),
                page.attestation(),
                page.statement(),
                page.took(),
                page.caution());
    }

    static Seen of(ComparedPage page) {
        List<Mark> marks = page.classes().stream().map(Mark::of).toList();
        return new Seen(page.table(), marks, page.previous(), page.next(), page.keys(), page.app(), null, null, "");
    }

    /** What a query brought: it has no order to go on in, and no keys. */
    static Seen of(QueryAnswer answer) {
        return new Seen(
                answer.table(), List.of(), null, null, List.of(), answer.attestation(), null, answer.took(), "");
    }

    /** Names as people know the two lenses by. */
    static Seen of(PairedPage page, String first, String second) {
        List<Mark> marks =
                page.seenBy().stream().map(who -> Mark.of(who, first, second)).toList();
        return new Seen(
                page.table(),
                marks,
                page.previous(),
                page.next(),
                page.keys(),
                page.first(),
                null,
                null,
                page.remark());
    }

    /** Whether these are all the rows there are. */
    boolean isAll() {
        return previous == null && next == null;
    }

    List<GridRow> rows() {
        List<GridRow> rows = new ArrayList<>();
        for (int i = 0; i < table.rows().size(); i++) {
            rows.add(new GridRow(
                    table.rows().get(i),
                    marks.isEmpty() ? null : marks.get(i),
                    i < keys.size() ? keys.get(i) : List.of()));
        }
        return rows;
    }
}
