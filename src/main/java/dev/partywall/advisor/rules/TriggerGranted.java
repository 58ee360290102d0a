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

/** The app role may put triggers on a tenant table, which then run in everybody's sessions. */
public final class TriggerGranted implements Rule {
    @Override
    public String id() {
        return "privilege-trigger";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        Landscape landscape = Landscape.of(inspection);
        return landscape.tables().stream()
                .filter(table -> landscape.holdsTenantRows(table) || landscape.part(table) == Part.REGISTRY)
                .filter(table -> !landscape.reach().uses(table.owner()))
                .filter(table ->
                        !landscape.reach().held(table, Privilege.TRIGGER).isEmpty())
                .map(table -> finding(landscape, table))
                .toList();
    }

    private Finding finding(Landscape landscape, Relation table) {
        List<Grant> grants = landscape.reach().held(table, Privilege.TRIGGER);
        return new Finding(
                id(),
                mayBringFunctions(landscape) ? Severity.HIGH : Severity.MEDIUM,
                Direction.FAIL_OPEN,
                ObjectRef.of(table),
                "The app role may create triggers on " + table.name(),
                "A trigger runs in the session of whoever writes, with that role's rights: it sees every tenant's new rows, "
                        + "and when the maintenance role writes it runs as the maintenance role.",
                landscape.reach().app() + " holds TRIGGER through " + Reach.holders(grants) + ".",
                Remedy.revoke(grants, table.name()));
    }

    /** With a function of its own in the trigger the app role runs what it likes. */
    private static boolean mayBringFunctions(Landscape landscape) {
        return landscape.reach().mayCreateSomewhere() || landscape.reach().mayCreateTemporary();
    }
}
