package dev.partywall.browse;

import dev.partywall.access.Inspection;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.Relation;
import dev.partywall.connect.Lens;
import dev.partywall.connect.Session;
import dev.partywall.connect.Sql;
import dev.partywall.connect.Table;
import dev.partywall.failure.Failure;
import dev.partywall.profile.TenancyDeclaration.NullTenantMeans;
import dev.partywall.tenancy.Tenancy;
import dev.partywall.tenancy.TenantPath;
import dev.partywall.tenancy.TenantPaths;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Classes the rows of one page by what the tenant sees of them. */
final class Comparison {
    private static final String NOBODYS = "nobody";
    private static final String OWN = "own";
    private static final String EVERYBODYS = "system";

    private final Tenancy tenancy;
    private final TenantPaths paths;
    private final Relation relation;
    private final PageRequest request;
    private final Lens.Tenant tenant;
    private final PageSql page;
    private final int columns;

    Comparison(Inspection inspection, Relation relation, PageRequest request, Lens.Tenant tenant) {
        this.tenancy = inspection.tenancy();
        this.paths = TenantPaths.of(inspection.snapshot(), tenancy);
        this.relation = relation;
        this.request = request;
        this.tenant = tenant;
        this.page = new PageSql(relation, request);
        this.columns = relation.columns().size();
    }

    ComparedPage of(Session app, Session bypass) {
        if (!page.order().unique()) {
            throw Failure.incomplete(
                    relation.name() + " has no key by which rows of both sides could be matched.",
                    "Compare the tables it reads instead.");
        }
        Table everyone = bypass.table(page.statement(ownership()), request.limit());
        Set<List<@Nullable String>> visible = visible(app, everyone);
        List<RowClass> classes =
                everyone.rows().stream().map(row -> classOf(row, visible)).toList();
        return new ComparedPage(
                Browser.withoutPlaces(everyone, relation),
                classes,
                Browser.nextPlace(everyone, relation, page.order()),
                app.attestation(relation.name()),
                bypass.attestation(relation.name()));
    }

    private Set<List<@Nullable String>> visible(Session app, Table everyone) {
        if (everyone.rows().isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(app.list(statementFor(everyone), row -> {
            List<@Nullable String> place = new ArrayList<>();
            for (int i = 1; i <= page.order().terms().size(); i++) {
                place.add(row.text(i));
            }
            return place;
        }));
    }

    /** Which of these rows the app side sees: by key, so that no order or limit of its own comes in between. */
    private Sql statementFor(Table everyone) {
        List<Order.Term> key = keyTerms();
        List<String> expressions = page.order().terms().stream()
                .map(term -> term.expression() + "::text")
                .toList();
        List<@Nullable Object> values = new ArrayList<>();
        List<String> tuples = new ArrayList<>();
        for (List<@Nullable String> row : everyone.rows()) {
            List<@Nullable String> place = place(row);
            List<String> bound = new ArrayList<>();
            for (Order.Term term : key) {
                values.add(place.get(page.order().terms().indexOf(term)));
                bound.add("?::text::" + term.type());
            }
            tuples.add("(" + String.join(", ", bound) + ")");
        }
        String left = String.join(", ", key.stream().map(Order.Term::expression).toList());
        return new Sql(
                "SELECT " + String.join(", ", expressions) + " FROM "
                        + relation.name().sql() + " AS " + PageSql.ALIAS + " WHERE (" + left + ") IN ("
                        + String.join(", ", tuples) + ")",
                values);
    }

    private List<Order.Term> keyTerms() {
        List<String> key = Order.key(relation).orElse(List.of()).stream()
                .map(name -> PageSql.ALIAS + "." + Identifiers.quote(name))
                .toList();
        List<Order.Term> terms = page.order().terms();
        return key.isEmpty()
                ? List.of(terms.getLast())
                : terms.stream().filter(term -> key.contains(term.expression())).toList();
    }

    private List<@Nullable String> place(List<@Nullable String> row) {
        return row.subList(columns, columns + page.order().terms().size());
    }

    private RowClass classOf(List<@Nullable String> row, Set<List<@Nullable String>> visible) {
        boolean seen = visible.contains(new ArrayList<>(place(row)));
        return switch (String.valueOf(row.getLast())) {
            case NOBODYS ->
                seen
                        ? tenancy.nullTenantMeans() == NullTenantMeans.SHARED ? RowClass.VISIBLE : RowClass.LEAK
                        : RowClass.HIDDEN_NO_TENANT;
            case OWN -> seen ? RowClass.VISIBLE : RowClass.OVER_HIDDEN;
            case EVERYBODYS -> seen ? RowClass.VISIBLE : RowClass.HIDDEN_OTHER;
            default -> seen ? RowClass.LEAK : RowClass.HIDDEN_OTHER;
        };
    }

    /** Whose a row is, said by the server, which alone knows that two spellings are the same uuid. */
    private Sql ownership() {
        TenantPath path = paths.of(relation.name())
                .orElseThrow(() -> Failure.incomplete(
                        relation.name() + " has no tenant column and no key to a table that has one, so its rows cannot"
                                + " be told apart by tenant.",
                        "Name the column in the profile under tenancy.columns, or compare its parent table."));
        String tenantOf = path.tenantOf(PageSql.ALIAS);
        String type = "?::text::" + (tenancy.tenantType() == null ? "text" : tenancy.tenantType());
        List<@Nullable Object> values = new ArrayList<>();
        StringBuilder sql = new StringBuilder("CASE WHEN " + tenantOf + " IS NULL THEN '" + NOBODYS + "'");
        sql.append(" WHEN ").append(tenantOf).append(" = ").append(type).append(" THEN '" + OWN + "'");
        values.add(tenant.id());
        for (String system : tenancy.systemTenants()) {
            sql.append(" WHEN ").append(tenantOf).append(" = ").append(type).append(" THEN '" + EVERYBODYS + "'");
            values.add(system);
        }
        return new Sql(sql.append(" ELSE 'other' END").toString(), values);
    }
}
