package dev.partywall.advisor.scan;

import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Landscape;
import dev.partywall.advisor.Severity;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.catalog.Relation;
import dev.partywall.connect.Session;
import dev.partywall.connect.Sql;
import java.util.List;

/** How far a cascade from one tenant's row reaches: to rows of another, by way of tables without a tenant column. */
public final class CascadesToOtherTenants implements Scan {
    @Override
    public String id() {
        return "cascade-reach";
    }

    @Override
    public List<Look> looks(Landscape landscape, Depth depth) {
        return CascadePath.in(landscape).stream()
                .map(path -> (Look) new Question(
                        "cascades from " + path.root().name() + " to "
                                + path.last().name(),
                        session -> ask(session, landscape, path, depth)))
                .toList();
    }

    private List<Finding> ask(Session session, Landscape landscape, CascadePath path, Depth depth) {
        String own = "t0." + tenant(landscape, path.root());
        String theirs = "t" + path.steps().size() + "." + tenant(landscape, path.last());
        String sql = "SELECT count(*), min(own), min(theirs) FROM (SELECT " + own + " AS own, " + theirs
                + " AS theirs FROM " + path.from() + " WHERE " + own + " <> " + theirs + " LIMIT ?::bigint) AS reached";
        return session.list(
                        Sql.of(sql, depth.limit() + 1),
                        row -> row.number(1) == 0
                                ? List.<Finding>of()
                                : List.of(finding(path, depth.text(row.number(1)), row.get(2), row.get(3))))
                .getFirst();
    }

    private static String tenant(Landscape landscape, Relation table) {
        return Identifiers.quote(landscape.tenantColumn(table).orElseThrow().name()) + "::text";
    }

    private Finding finding(CascadePath path, String rows, String own, String theirs) {
        String key = path.steps().getLast().key().name();
        return new Finding(
                id(),
                Severity.HIGH,
                Direction.FAIL_OPEN,
                ObjectRef.partOf(path.last().name(), ObjectRef.Kind.CONSTRAINT, key),
                "Deleting rows of " + path.root().name() + " deletes " + rows + " rows of other tenants in "
                        + path.last().name(),
                "Referential actions ask no policy: whoever deletes his own row takes the others' along, unseen.",
                "Followed as the bypass role along " + path.words() + "; from a row of tenant " + own
                        + " to one of tenant " + theirs + ".",
                "Give the rows their right parents, and let a key on the way carry the tenant; or use ON DELETE RESTRICT.");
    }
}
