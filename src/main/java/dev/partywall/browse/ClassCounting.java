package dev.partywall.browse;

import dev.partywall.access.Inspection;
import dev.partywall.connect.Lens;
import dev.partywall.connect.Session;
import dev.partywall.connect.Sql;
import dev.partywall.connect.Table.Heading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts rows by class: in one statement a side where each row tells its own tenant, row by row where its parents must be
 * asked, whom the tenant may not see.
 */
final class ClassCounting {
    private final Inspection inspection;
    private final PageRequest request;
    private final Lens.Tenant tenant;
    private final Ownership ownership;
    private final Map<RowClass, Long> counts = new EnumMap<>(RowClass.class);

    ClassCounting(Inspection inspection, PageRequest request, Lens.Tenant tenant) {
        this.inspection = inspection;
        this.request = request.from(new From.First());
        this.tenant = tenant;
        this.ownership = new Ownership(inspection, request.relation(), tenant);
    }

    ClassCounts of(Session app, Session bypass) {
        Source seen = Source.of(inspection, request.relation(), tenant);
        if (ownership.isDirect() && seen.readsAll(List.of(ownership.column()))) {
            inOneStatement(app, bypass);
        } else {
            rowByRow(app, bypass);
        }
        return new ClassCounts(counts, app.attestation(request.relation()), bypass.attestation(request.relation()));
    }

    private void inOneStatement(Session app, Session bypass) {
        Map<String, Long> all = owners(bypass);
        Map<String, Long> seen = owners(app);
        all.forEach((owner, number) -> {
            long visible = seen.getOrDefault(owner, 0L);
            counts.merge(ownership.classOf(owner, true), visible, Long::sum);
            counts.merge(ownership.classOf(owner, false), number - visible, Long::sum);
        });
    }

    private Map<String, Long> owners(Session session) {
        PageSql page = new PageSql(Source.whole(inspection, request.relation()), request);
        Sql sql = new Condition("SELECT ")
                .add(ownership.expression())
                .add(", count(*) FROM " + page.from())
                .add(page.filters().where())
                .add(" GROUP BY 1")
                .sql();
        Map<String, Long> owners = new HashMap<>();
        session.list(sql, row -> owners.put(row.get(1), Long.parseLong(row.get(2))));
        return owners;
    }

    private void rowByRow(Session app, Session bypass) {
        try {
            new Comparison(inspection, request, tenant, Set.of(), app, bypass).all(request, new Counter());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes nothing. */
    private final class Counter implements RowWriter {
        @Override
        public void begin(List<Heading> headings) {}

        @Override
        public void row(List<@Nullable String> values) {
            String word = String.valueOf(values.getFirst());
            counts.merge(RowClass.named(word), 1L, Long::sum);
        }

        @Override
        public void end() {}
    }
}
