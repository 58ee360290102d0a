package dev.partywall.browse;

import dev.partywall.access.Inspection;
import dev.partywall.catalog.Column;
import dev.partywall.catalog.RelationName;
import dev.partywall.connect.Attestation;
import dev.partywall.connect.Lens;
import dev.partywall.connect.Link;
import dev.partywall.connect.Page;
import dev.partywall.connect.Row;
import dev.partywall.connect.Session;
import dev.partywall.connect.SessionContext;
import dev.partywall.connect.Sql;
import dev.partywall.failure.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads rows through a lens. There is no other way to a tenant's rows. */
public final class Browser {
    private static final int FETCH = 2_000;

    private final Link link;
    private final Inspection inspection;

    public Browser(Link link, Inspection inspection) {
        this.link = link;
        this.inspection = inspection;
    }

    /** One page, read in one round trip together with its attestation. */
    public RowPage page(Lens lens, PageRequest request) {
        PageSql page = new PageSql(source(lens, request), request);
        Sql statement = page.statement();
        Instant start = Instant.now();
        Page read = link.page(
                context(lens),
                request.relation(),
                statement,
                request.limit(),
                page.headings(),
                Purpose.of("browse", request, lens));
        PageRows rows = new PageRows(page, read.table());
        return new RowPage(
                rows.table(),
                rows.previous(),
                rows.next(),
                rows.places(),
                rows.keys(),
                Cautions.of(page),
                read.attestation(),
                statement,
                Duration.between(start, Instant.now()));
    }

    /** What {@link #page} asks the server. */
    public Sql statement(Lens lens, PageRequest request) {
        return new PageSql(source(lens, request), request).statement();
    }

    /** How many rows the server expects the lens to see of a request, at the cost of planning. */
    public Estimate estimate(Lens lens, PageRequest request) {
        Sql all = new PageSql(
                        source(lens, request), request.from(new From.First()).limitedTo(0))
                .statement();
        Page read = link.page(
                context(lens),
                request.relation(),
                new Sql("EXPLAIN (FORMAT JSON) " + all.text(), all.values()),
                1,
                Purpose.of("estimate", request, lens));
        String plan = read.table().rows().getFirst().getFirst();
        return new Estimate(PlanRows.of(String.valueOf(plan)), read.attestation());
    }

    /** The same of many whole relations; those that the lens may not read are left out. */
    public Map<RelationName, Long> estimates(Lens lens, Collection<RelationName> relations) {
        return link.read(context(lens), "estimate " + relations.size() + " relations " + Purpose.who(lens), session -> {
            Map<RelationName, Long> estimates = new LinkedHashMap<>();
            for (RelationName relation : relations) {
                estimated(session, relation).ifPresent(rows -> estimates.put(relation, rows));
            }
            return estimates;
        });
    }

    private static Optional<Long> estimated(Session session, RelationName relation) {
        Sql sql = Sql.of("EXPLAIN (FORMAT JSON) SELECT FROM " + relation.sql());
        try {
            return Optional.of(PlanRows.of(session.within(() -> session.value(sql))));
        } catch (Failure refused) {
            if (refused.sqlState() == null) {
                throw refused;
            }
            return Optional.empty();
        }
    }

    /** The columns that tell rows apart, in whose order pages go by themselves; empty where there are none. */
    public List<Column> key(RelationName relation) {
        Source source = Source.whole(inspection, relation);
        return Order.key(source.relation()).orElse(List.of()).stream()
                .map(name -> Order.column(source, name))
                .toList();
    }

    /** How many rows the lens sees; exact, and as slow as counting is. */
    public long count(Lens lens, PageRequest request) {
        Sql count = new PageSql(source(lens, request), request).count();
        return link.read(
                context(lens), Purpose.of("count", request, lens), session -> Long.parseLong(session.value(count)));
    }

    /** Every row the lens sees from where the request begins, in constant memory. Answers who looked. */
    public Attestation stream(Lens lens, PageRequest request, RowWriter writer) {
        if (request.from().upwards()) {
            throw new IllegalArgumentException("rows are streamed downwards");
        }
        Source source = source(lens, request);
        Sql statement = new PageSql(source, request.limitedTo(0)).statement();
        return link.read(context(lens), Purpose.of("export", request, lens), session -> {
            Attestation attestation = session.attestation(request.relation());
            writeAll(session, statement, source, writer);
            return attestation;
        });
    }

    /** The page as everyone, with each row classed for the tenant; both sides on one exported snapshot. */
    public ComparedPage compare(Lens.Tenant tenant, PageRequest request) {
        return compare(tenant, request, Set.of());
    }

    /** The same of rows of these classes only; all classes where none is named. */
    public ComparedPage compare(Lens.Tenant tenant, PageRequest request, Set<RowClass> only) {
        return link.compare(
                context(tenant),
                Purpose.of("compare", request, tenant),
                (app, bypass) -> new Comparison(inspection, request, tenant, only, app, bypass).page(request));
    }

    /** Every row of these classes, its class first, in constant memory; answers who the tenant was. */
    public Attestation streamCompared(Lens.Tenant tenant, PageRequest request, Set<RowClass> only, RowWriter writer) {
        return link.compare(context(tenant), Purpose.of("compare", request, tenant), (app, bypass) -> {
            try {
                new Comparison(inspection, request, tenant, only, app, bypass).all(request, writer);
                return app.attestation(request.relation());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** How many rows of the whole request are of each class. */
    public ClassCounts classes(Lens.Tenant tenant, PageRequest request) {
        return link.compare(
                context(tenant),
                Purpose.of("count by class", request, tenant),
                (app, bypass) -> new ClassCounting(inspection, request, tenant).of(app, bypass));
    }

    /**
     * The rows that either of two lenses sees, each with who sees it, on one exported snapshot.
     *
     * @throws Failure when one of them is the bypass role's, with which {@link #compare} compares
     */
    public PairedPage pair(Lens first, Lens second, PageRequest request) {
        if (first instanceof Lens.Everyone || second instanceof Lens.Everyone) {
            throw Failure.usage("Everyone sees every row.", "Compare a tenant with everyone instead.");
        }
        return link.compareAll(
                List.of(context(first), context(second)),
                Purpose.of("compare", request, first) + " and " + Purpose.who(second),
                sessions -> new Pairing(inspection, request, first, second).of(sessions));
    }

    private Source source(Lens lens, PageRequest request) {
        return Source.of(inspection, request.relation(), lens);
    }

    private SessionContext context(Lens lens) {
        return inspection.tenancy().contextFor(lens);
    }

    private static void writeAll(Session session, Sql statement, Source source, RowWriter writer) {
        int columns = source.columns().size();
        try {
            writer.begin(source.headings());
            session.forEach(statement, FETCH, row -> write(writer, row, columns));
            writer.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(RowWriter writer, Row row, int columns) {
        List<@Nullable String> values = new ArrayList<>(columns);
        for (int i = 1; i <= columns; i++) {
            values.add(row.text(i));
        }
        try {
            writer.row(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
