package dev.partywall.ui.overview;

import dev.partywall.access.Inspection;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import dev.partywall.connect.Link;
import dev.partywall.connect.SessionContext;
import dev.partywall.connect.Sql;
import dev.partywall.failure.Failure;
import dev.partywall.ui.Progress;
import dev.partywall.ui.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How many rows each tenant has, over all tables that tell tenants apart, counted as the bypass role. Tables the server
 * estimates to be larger than {@value #LARGE} rows are named, not counted.
 *
 * @param rows by tenant
 * @param nulls rows without a tenant, by table; tables without any are left out
 * @param uncounted too large, or not readable
 */
record Census(Map<String, Long> rows, Map<RelationName, Long> nulls, List<RelationName> uncounted) {
    private static final double LARGE = 2_000_000;

    static Census take(Link link, Inspection found, Progress progress) {
        Census census = new Census(new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
        List<Relation> tables = found.snapshot().relations().stream()
                .filter(Relation::isTable)
                .filter(table -> !table.partitionOf())
                .filter(table -> found.tenancy().columnOf(table.name()).isPresent())
                .toList();
        int done = 0;
        for (Relation table : tables) {
            progress.cancellation().check();
            progress.tell(done++, tables.size(), Texts.say("overview.counting", table.name()));
            census.count(link, table, found.tenancy().columnOf(table.name()).orElseThrow());
        }
        return census;
    }

    private void count(Link link, Relation table, String column) {
        if (table.estimatedRows() > LARGE) {
            uncounted.add(table.name());
            return;
        }
        String sql = "SELECT " + Identifiers.quote(column) + "::text, count(*) FROM "
                + table.name().sql() + " GROUP BY 1";
        try {
            link.read(
                    SessionContext.bypass(),
                    "count tenants of " + table.name(),
                    session -> session.list(
                            Sql.of(sql),
                            row -> add(
                                    table,
                                    Objects.requireNonNullElse(row.text(1), ""),
                                    row.text(1) == null,
                                    row.number(2))));
        } catch (Failure unreadable) {
            // One table's error must never end the count; the table is named on the screen, the reason in Activity.
            uncounted.add(table.name());
        }
    }

    private long add(Relation table, String tenant, boolean none, long number) {
        if (none) {
            nulls.merge(table.name(), number, Long::sum);
        } else {
            rows.merge(tenant, number, Long::sum);
        }
        return number;
    }
}
