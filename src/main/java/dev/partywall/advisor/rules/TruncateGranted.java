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

/** The app role may TRUNCATE a tenant table, which row security does not govern. */
public final class TruncateGranted implements Rule {
    @Override
    public String id() {
        return "privilege-truncate";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        Landscape landscape = Landscape.of(inspection);
        return landscape.tables().stream()
                .filter(table -> landscape.holdsTenantRows(table) || landscape.part(table) == Part.REGISTRY)
                .filter(table -> !landscape.reach().uses(table.owner()))
                .filter(table ->
                        !landscape.reach().held(table, Privilege.TRUNCATE).isEmpty())
                .map(table -> finding(landscape, table))
                .toList();
    }

    private Finding finding(Landscape landscape, Relation table) {
        List<Grant> grants = landscape.reach().held(table, Privilege.TRUNCATE);
        return new Finding(
                id(),
                Severity.HIGH,
                Direction.FAIL_OPEN,
                ObjectRef.of(table),
                "The app role may TRUNCATE " + table.name(),
                "TRUNCATE is not subject to row security: one statement of one tenant empties the table for all of them.",
                landscape.reach().app() + " holds TRUNCATE through " + Reach.holders(grants) + ".",
                Remedy.revoke(grants, table.name()));
    }
}
