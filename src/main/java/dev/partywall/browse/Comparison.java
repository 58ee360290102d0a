package dev.partywall.browse;

import dev.partywall.access.Inspection;
import dev.partywall.connect.Lens;
import dev.partywall.connect.Session;
import dev.partywall.connect.Table;
import dev.partywall.failure.Failure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Classes rows by what the tenant sees of them, on two sessions of one snapshot. */
final class Comparison {
    private static final Set<RowClass> SEEN = EnumSet.of(RowClass.VISIBLE, RowClass.LEAK);
    private static final int BATCH = 2_000;

    private final Source source;
    private final Ownership ownership;
    private final Set<RowClass> only;
    private final boolean all;
    private final boolean readableByTenant;
    private final Session app;
    private final Session bypass;

    /** @param only classes that are wanted; empty for all */
    Comparison(
            Inspection inspection,
            PageRequest request,
            Lens.Tenant tenant,
            Set<RowClass> only,
            Session app,
            Session bypass) {
        this.source = Source.whole(inspection, request.relation());
        this.ownership = new Ownership(inspection, request.relation(), tenant);
        this.only = only.isEmpty() ? EnumSet.allOf(RowClass.class) : only;
        this.all = this.only.size() == RowClass.values().length;
        this.readableByTenant =
                Source.of(inspection, request.relation(), tenant).isWhole();
        this.app = app;
        this.bypass = bypass;
        if (!Order.of(source, request.sort()).unique()) {
            throw Failure.incomplete(
                    request.relation() + " has no key by which rows of both sides could be matched.",
                    "Compare the tables it reads instead.");
        }
    }

    /** What was read, and of it the rows of the wanted classes, each with the name of its class last. */
    record Classed(List<List<@Nullable String>> rows, Table read) {}

    /** The rows of one page. */
    ComparedPage page(PageRequest request) {
        // Of some classes one more is looked for, to know whether another page follows.
        int wanted = all ? request.limit() : Math.addExact(request.limit(), 1);
        PageRequest batch = all ? request : request.limitedTo(Math.max(request.limit(), BATCH));
        Classed classed = classed(batch);
        List<List<@Nullable String>> kept = new ArrayList<>(classed.rows());
        while (kept.size() < wanted && classed.read().more()) {
            batch = following(batch, classed.read());
            classed = classed(batch);
            kept.addAll(classed.rows());
        }
        boolean more = all ? classed.read().more() : kept.size() > request.limit();
        Table table =
                new Table(classed.read().headings(), kept.subList(0, Math.min(kept.size(), request.limit())), more);
        PageRows rows = new PageRows(new PageSql(source, request), table);
        return new ComparedPage(
                rows.table(),
                rows.rows().stream()
                        .map(row -> RowClass.valueOf(String.valueOf(row.getLast())))
                        .toList(),
                rows.previous(),
                rows.next(),
                rows.places(),
                rows.keys(),
                app.attestation(request.relation()),
                bypass.attestation(request.relation()));
    }

    /** What follows the rows read last, in the direction of reading. */
    private PageRequest following(PageRequest request, Table read) {
        Place last = new PageRows(new PageSql(source, request), read)
                .place(read.rows().getLast());
        return request.from().upwards() ? request.before(last) : request.after(last);
    }

    /** Every row of the wanted classes, its class first, in constant memory. */
    void all(PageRequest request, RowWriter writer) throws IOException {
        PageRequest batch = request.limitedTo(BATCH);
        Classed classed = classed(batch);
        writer.begin(headings(classed.read()));
        write(classed, writer);
        while (classed.read().more()) {
            batch = following(batch, classed.read());
            classed = classed(batch);
            write(classed, writer);
        }
        writer.end();
    }

    private List<Table.Heading> headings(Table read) {
        List<Table.Heading> headings = new ArrayList<>(List.of(new Table.Heading("(seen)", "text")));
        headings.addAll(read.headings().subList(0, source.columns().size()));
        return headings;
    }

    private void write(Classed classed, RowWriter writer) throws IOException {
        for (List<@Nullable String> row : classed.rows()) {
            List<@Nullable String> written = new ArrayList<>(
                    List.of(RowClass.valueOf(String.valueOf(row.getLast())).word()));
            written.addAll(row.subList(0, source.columns().size()));
            writer.row(written);
        }
    }

    /** One batch: read on one side, looked up on the other. Rows that only the app side can have are read there. */
    private Classed classed(PageRequest batch) {
        return SEEN.containsAll(only) && readableByTenant ? readAsTenant(batch) : readAsEveryone(batch);
    }

    private Classed readAsTenant(PageRequest batch) {
        PageSql page = new PageSql(source, batch);
        Table read = app.table(page.statement(), batch.limit());
        PageRows rows = new PageRows(page, read);
        Map<Integer, @Nullable String> owners = new KeyLookup(page, rows).told(bypass, ownership.expression());
        List<List<@Nullable String>> kept = new ArrayList<>();
        for (int i = 0; i < read.rows().size(); i++) {
            keep(read.rows().get(i), owners.get(index(batch, read, i)), true, kept);
        }
        return new Classed(kept, read);
    }

    private Classed readAsEveryone(PageRequest batch) {
        PageSql page = new PageSql(source, batch);
        Table read = bypass.table(page.statement(ownership.expression(), ownership.mayBe(only)), batch.limit());
        Set<Integer> seen = new KeyLookup(page, new PageRows(page, read)).seen(app);
        List<List<@Nullable String>> kept = new ArrayList<>();
        for (int i = 0; i < read.rows().size(); i++) {
            List<@Nullable String> row = read.rows().get(i);
            keep(row.subList(0, row.size() - 1), row.getLast(), seen.contains(index(batch, read, i)), kept);
        }
        return new Classed(kept, read);
    }

    /** Rows read upwards are looked up the other way round. */
    private static int index(PageRequest batch, Table read, int asRead) {
        return batch.from().upwards() ? read.rows().size() - 1 - asRead : asRead;
    }

    private void keep(
            List<@Nullable String> row, @Nullable String owner, boolean seen, List<List<@Nullable String>> kept) {
        RowClass rowClass = ownership.classOf(owner, seen);
        if (only.contains(rowClass)) {
            List<@Nullable String> classed = new ArrayList<>(row);
            classed.add(rowClass.name());
            kept.add(classed);
        }
    }
}
