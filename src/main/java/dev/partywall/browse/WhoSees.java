package dev.partywall.browse;

import dev.partywall.access.Inspection;
import dev.partywall.browse.Viewers.Viewer;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import dev.partywall.connect.Lens;
import dev.partywall.connect.Link;
import dev.partywall.connect.SessionContext;
import dev.partywall.connect.Sql;
import dev.partywall.failure.Failure;
import dev.partywall.tenancy.Tenant;
import dev.partywall.tenancy.Tenants;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks the server, as each tenant and as nobody in turn, whether a row is there. */
public final class WhoSees {
    private final Link link;
    private final Inspection inspection;

    public WhoSees(Link link, Inspection inspection) {
        this.link = link;
        this.inspection = inspection;
    }

    /**
     * @param row the filters that find the row
     * @param mostTenants to ask at most; each costs one round trip
     */
    public Viewers of(RelationName name, List<Filter> row, int mostTenants) {
        Relation relation = Source.whole(inspection, name).relation();
        Sql where = KeySql.of(relation, row);
        Sql sql = new Sql("SELECT count(*) > 0 FROM " + name.sql() + " WHERE " + where.text(), where.values());
        List<Tenant> tenants = link.control(
                "list tenants",
                session -> new Tenants(inspection.snapshot(), inspection.tenancy()).list(session, mostTenants + 1));
        List<Viewer> viewers = new ArrayList<>();
        Lens nobody = new Lens.Nobody();
        viewers.add(new Viewer("nobody (no tenant ever set)", nobody, sees(SessionContext.nobody(), name, sql)));
        viewers.add(new Viewer("nobody (tenant empty)", nobody, sees(empty(), name, sql)));
        tenants.stream().limit(mostTenants).forEach(tenant -> {
            Lens lens = new Lens.Tenant(tenant.id());
            SessionContext context = inspection.tenancy().contextFor(lens);
            viewers.add(new Viewer("tenant " + tenant.id(), lens, sees(context, name, sql)));
        });
        return new Viewers(viewers, tenants.size() > mostTenants);
    }

    private SessionContext empty() {
        Map<String, String> empty = new HashMap<>();
        inspection.tenancy().settings().keySet().forEach(setting -> empty.put(setting, ""));
        return SessionContext.app(empty);
    }

    private Truth sees(SessionContext context, RelationName name, Sql sql) {
        try {
            return Truth.of(link.page(context, name, sql, 1, "ask who sees a row of " + name)
                    .table()
                    .rows()
                    .getFirst()
                    .getFirst());
        } catch (Failure refused) {
            if (refused.sqlState() == null) {
                throw refused;
            }
            return Truth.error(refused.sqlState());
        }
    }
}
