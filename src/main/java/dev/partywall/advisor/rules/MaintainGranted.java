package dev.partywall.advisor.rules;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Landscape;
import dev.partywall.advisor.Part;
import dev.partywall.advisor.Reach;
import dev.partywall.advisor.Remedy;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import dev.partywall.catalog.Grant;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Relation;
import java.util.List;

/** The app role may maintain a tenant table. */
public final class MaintainGranted implements Rule {
    @Override
    public String id() {
        return "privilege-maintain";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        Landscape landscape = Landscape.of(inspection);
        return landscape.tables().stream()
                .filter(table -> landscape.holdsTenantRows(table) || landscape.part(table) == Part.REGISTRY)
                .filter(table -> !landscape.reach().uses(table.owner()))
                .filter(table ->
                        !landscape.reach().held(table, Privilege.MAINTAIN).isEmpty())
                .map(table -> finding(landscape, table))
                .toList();
    }

    private Finding finding(Landscape landscape, Relation table) {
        List<Grant> grants = landscape.reach().held(table, Privilege.MAINTAIN);
        return new Finding(
                id(),
                Severity.INFO,
                Direction.NEUTRAL,
                ObjectRef.of(table),
                "The app role may maintain " + table.name(),
                "VACUUM, ANALYZE, CLUSTER, REINDEX and LOCK TABLE touch every tenant's rows. They show nothing, but they can block the others.",
                landscape.reach().app() + " holds MAINTAIN through " + Reach.holders(grants) + ".",
                Remedy.revoke(grants, table.name()));
    }
}
