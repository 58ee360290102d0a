package dev.partywall.backfill;

import dev.partywall.access.Inspection;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.RelationName;
import dev.partywall.connect.Lens;
import dev.partywall.connect.Link;
import dev.partywall.connect.Session;
import dev.partywall.connect.SessionContext;
import dev.partywall.connect.Sql;
import dev.partywall.failure.Failure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Looks at tables after a back-fill, from both sides. */
final class Verifier {
    private static final int MOST_LENSES = 20;

    private final Link link;
    private final Inspection inspection;
    private final Hops hops;

    Verifier(Link link, Inspection inspection) {
        this.link = link;
        this.inspection = inspection;
        this.hops = new Hops(inspection);
    }

    List<Verification> verify(List<RelationName> tables) {
        return tables.stream().map(this::verify).toList();
    }

    private Verification verify(RelationName table) {
        Target target = Target.of(inspection, table);
        return link.read(SessionContext.bypass(), "verify " + table, session -> {
            Map<@Nullable String, Long> counts = Counts.perTenant(session, target);
            Map<String, Long> tenants = new TreeMap<>();
            counts.forEach((tenant, rows) -> {
                if (tenant != null) {
                    tenants.put(tenant, rows);
                }
            });
            List<String> largest = largest(tenants);
            return new Verification(
                    table,
                    counts.getOrDefault(null, 0L),
                    tenants,
                    crossing(session, target),
                    largest.size(),
                    hidden(target, largest));
        });
    }

    private static List<String> largest(Map<String, Long> tenants) {
        return tenants.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(MOST_LENSES)
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<String, Long> crossing(Session bypass, Target target) {
        Map<String, Long> crossing = new HashMap<>();
        for (Hops.Hop hop : hops.from(target.relation())) {
            if (hops.holdsTenants(hop.parent())) {
                long rows = Long.parseLong(bypass.value(crossing(target, hop)));
                if (rows > 0) {
                    crossing.put(hop.key().name(), rows);
                }
            }
        }
        return crossing;
    }

    private Sql crossing(Target target, Hops.Hop hop) {
        String tenant = Identifiers.quote(hops.tenantOf(hop.parent()).orElseThrow());
        return SqlTemplate.fill(
                "crossing.sql",
                Map.of(
                        "table", target.table(),
                        "column", target.quotedColumn(),
                        "parent", Sql.of(hop.parent().name().sql()),
                        "tenant", Sql.of(tenant),
                        "condition",
                                Sql.of(hop.condition("t", "p", Target.tenantColumn(inspection, target.relation())))));
    }

    private List<String> hidden(Target target, List<String> tenants) {
        List<String> hidden = new ArrayList<>();
        Sql count = Sql.of("SELECT count(*) FROM " + target.table().text() + " AS t WHERE t."
                + target.quotedColumn().text() + "::text = ?");
        for (String tenant : tenants) {
            Sql own = Sql.of(count.text(), tenant);
            try {
                link.compare(
                                inspection.tenancy().contextFor(new Lens.Tenant(tenant)),
                                "verify " + target.name() + " as " + tenant,
                                (app, bypass) -> sentence(tenant, app.value(own), bypass.value(own)))
                        .ifPresent(hidden::add);
            } catch (Failure refused) {
                hidden.add("Tenant " + tenant + " cannot look: " + refused.getMessage());
            }
        }
        return hidden;
    }

    private static java.util.Optional<String> sentence(String tenant, String seen, String has) {
        return seen.equals(has)
                ? java.util.Optional.empty()
                : java.util.Optional.of("Tenant " + tenant + " sees " + seen + " of its " + has + " rows.");
    }
}
