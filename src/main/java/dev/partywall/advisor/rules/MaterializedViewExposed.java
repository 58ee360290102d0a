package dev.partywall.advisor.rules;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Landscape;
import dev.partywall.advisor.Reach;
import dev.partywall.advisor.Remedy;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import dev.partywall.advisor.TenantPredicate;
import dev.partywall.catalog.Grant;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A materialized view with the rows of all tenants that the app role may read; it cannot have row security. */
public final class MaterializedViewExposed implements Rule {
    @Override
    public String id() {
        return "matview-exposed";
    }

    private static final Pattern AGGREGATE = Pattern.compile("(?i)\\b(count|sum|avg|min|max)\\(|\\bGROUP BY\\b");

    @Override
    public List<Finding> check(Inspection inspection) {
        Landscape landscape = Landscape.of(inspection);
        return landscape.relations().stream()
                .filter(relation -> relation.kind() == Relation.Kind.MATERIALIZED_VIEW)
                .filter(view -> !landscape.isDeclaredShared(view))
                .filter(view -> landscape.reach().may(view, Privilege.SELECT))
                .filter(view -> readsTenants(landscape, view, new HashSet<>()))
                .map(view -> finding(landscape, view))
                .toList();
    }

    private static boolean readsTenants(Landscape landscape, Relation view, Set<RelationName> seen) {
        return view.view() != null
                && seen.add(view.name())
                && view.view().reads().stream()
                        .flatMap(name -> landscape.relation(name).stream())
                        .anyMatch(read -> landscape.holdsTenantRows(read) || readsTenants(landscape, read, seen));
    }

    private Finding finding(Landscape landscape, Relation view) {
        List<Grant> grants = landscape.reach().held(view, Privilege.SELECT);
        return new Finding(
                id(),
                severity(landscape, view),
                Direction.FAIL_OPEN,
                ObjectRef.of(view),
                view.name() + " keeps the rows of all tenants, and the app role may read it",
                "A materialized view stores what its owner saw when it was refreshed and cannot have row security: "
                        + "each tenant reads what all of them had.",
                "SELECT is held through " + Reach.holders(grants) + ".",
                Remedy.revoke(grants, view.name()) + replacement(landscape, view));
    }

    /** Sums over all tenants tell less than their rows. */
    private static Severity severity(Landscape landscape, Relation view) {
        boolean sums = view.view() != null
                && AGGREGATE.matcher(view.view().definition()).find();
        return sums && landscape.tenantColumn(view).isEmpty() ? Severity.MEDIUM : Severity.CRITICAL;
    }

    /** A filtering view in front of it, where it has the tenant column. */
    private static String replacement(Landscape landscape, Relation view) {
        RelationName front = new RelationName(view.name().schema(), view.name().name() + "_own");
        return landscape
                .tenantColumn(view)
                .flatMap(column -> new TenantPredicate(landscape).of(view))
                .map(condition -> "\nCREATE VIEW " + front.sql()
                        + " WITH (security_barrier = true) AS\n  SELECT * FROM "
                        + view.name().sql() + " WHERE " + condition + ";\nGRANT SELECT ON " + front.sql() + " TO "
                        + Identifiers.quote(landscape.reach().app()) + ";")
                .orElse("");
    }
}
