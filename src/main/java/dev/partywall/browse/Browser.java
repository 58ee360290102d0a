package dev.partywall.browse;

import dev.partywall.access.Inspection;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import dev.partywall.connect.Attestation;
import dev.partywall.connect.Lens;
import dev.partywall.connect.Link;
import dev.partywall.connect.Row;
import dev.partywall.connect.Session;
import dev.partywall.connect.SessionContext;
import dev.partywall.connect.Sql;
import dev.partywall.connect.Table;
import dev.partywall.connect.Table.Heading;
import dev.partywall.failure.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads rows through a lens. There is no other way to a tenant's rows. */
public final class Browser {
    private static final int FETCH = 2_000;
    private static final Map<String, String> SHORT_NAMES = Map.of(
            "smallint", "int2",
            "integer", "int4",
            "bigint", "int8",
            "boolean", "bool",
            "real", "float4",
            "double precision", "float8");

    private final Link link;
    private final Inspection inspection;

    public Browser(Link link, Inspection inspection) {
        this.link = link;
        this.inspection = inspection;
    }

    /** One page, read in one round trip together with its attestation. */
    public RowPage page(Lens lens, PageRequest request) {
        Relation relation = relation(request.relation());
        PageSql page = new PageSql(relation, request);
        Sql statement = page.statement();
        Instant start = Instant.now();
        dev.partywall.connect.Page read = link.page(
                context(lens), relation.name(), statement, request.limit(), purpose("browse", relation, lens));
        return new RowPage(
                withoutPlaces(read.table(), relation),
                nextPlace(read.table(), relation, page.order()),
                read.attestation(),
                statement,
                Duration.between(start, Instant.now()));
    }

    /** How many rows the lens sees; exact, and as slow as counting is. */
    public long count(Lens lens, PageRequest request) {
        Relation relation = relation(request.relation());
        Sql count = new PageSql(relation, request).count();
        return link.read(
                context(lens), purpose("count", relation, lens), session -> Long.parseLong(session.value(count)));
    }

    /** Every row the lens sees from {@code request.after()} on, in constant memory. Answers who looked. */
    public Attestation stream(Lens lens, PageRequest request, RowWriter writer) {
        Relation relation = relation(request.relation());
        Sql statement = new PageSql(relation, request).statement();
        return link.read(context(lens), purpose("export", relation, lens), session -> {
            Attestation attestation = session.attestation(relation.name());
            writeAll(session, statement, relation, writer);
            return attestation;
        });
    }

    /** The page as everyone, with each row classed for the tenant; both sides on one exported snapshot. */
    public ComparedPage compare(Lens.Tenant tenant, PageRequest request) {
        Relation relation = relation(request.relation());
        return link.compare(
                context(tenant),
                purpose("compare", relation, tenant),
                (app, bypass) -> new Comparison(inspection, relation, request, tenant).of(app, bypass));
    }

    /** @throws Failure when there is no such relation */
    private Relation relation(RelationName name) {
        return inspection
                .snapshot()
                .relation(name)
                .orElseThrow(() -> Failure.usage(
                        "There is no relation " + name + ".", "Refresh, or check the spelling and the schema."));
    }

    private SessionContext context(Lens lens) {
        return inspection.tenancy().contextFor(lens);
    }

    private static String purpose(String what, Relation relation, Lens lens) {
        String who = switch (lens) {
            case Lens.Tenant tenant -> "as " + tenant.id();
            case Lens.Nobody nobody -> "as nobody";
            case Lens.Everyone everyone -> "as everyone";
        };
        return what + " " + relation.name() + " " + who;
    }

    private static void writeAll(Session session, Sql statement, Relation relation, RowWriter writer) {
        int columns = relation.columns().size();
        try {
            writer.begin(headings(relation));
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

    private static List<Heading> headings(Relation relation) {
        return relation.columns().stream()
                .map(column ->
                        new Heading(column.name(), SHORT_NAMES.getOrDefault(column.baseType(), column.baseType())))
                .toList();
    }

    /** The relation's own columns; what follows them makes the next place. */
    static Table withoutPlaces(Table table, Relation relation) {
        int columns = relation.columns().size();
        List<List<@Nullable String>> rows = new ArrayList<>();
        table.rows().forEach(row -> rows.add(row.subList(0, columns)));
        return new Table(table.headings().subList(0, columns), rows, table.more());
    }

    static @Nullable Place nextPlace(Table table, Relation relation, Order order) {
        if (!table.more() || !order.unique() || table.rows().isEmpty()) {
            return null;
        }
        int columns = relation.columns().size();
        return new Place(
                table.rows().getLast().subList(columns, columns + order.terms().size()));
    }
}
