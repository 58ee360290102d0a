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

/** The app role may make foreign keys to a tenant table, whose checks look past row security. */
public final class ReferencesGranted implements Rule {
    @Override
    public String id() {
        return "privilege-references";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        Landscape landscape = Landscape.of(inspection);
        return landscape.tables().stream()
                .filter(table -> landscape.holdsTenantRows(table) || landscape.part(table) == Part.REGISTRY)
                .filter(table -> !landscape.reach().uses(table.owner()))
                .filter(table ->
                        !landscape.reach().held(table, Privilege.REFERENCES).isEmpty())
                .map(table -> finding(landscape, table))
                .toList();
    }

    private Finding finding(Landscape landscape, Relation table) {
        List<Grant> grants = landscape.reach().held(table, Privilege.REFERENCES);
        return new Finding(
                id(),
                landscape.reach().mayCreateSomewhere() ? Severity.MEDIUM : Severity.LOW,
                Direction.FAIL_OPEN,
                ObjectRef.of(table),
                "The app role may make foreign keys to " + table.name(),
                "Foreign keys are checked without row security. With a table of its own that references this one, "
                        + "a tenant learns which keys exist in others' rows and can keep those rows from being deleted.",
                landscape.reach().app() + " holds REFERENCES through " + Reach.holders(grants) + ".",
                Remedy.revoke(grants, table.name()));
    }
}
