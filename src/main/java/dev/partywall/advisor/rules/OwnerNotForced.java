package dev.partywall.advisor.rules;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Landscape;
import dev.partywall.advisor.Part;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.catalog.Relation;
import java.util.List;

/** Row security is on but not forced, and the app role owns the table or inherits its owner: it is not bound. */
public final class OwnerNotForced implements Rule {
    @Override
    public String id() {
        return "rls-not-forced-owner";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        Landscape landscape = Landscape.of(inspection);
        return landscape.tables().stream()
                .filter(table -> table.rowSecurity() && !table.forced())
                .filter(table -> landscape.holdsTenantRows(table) || landscape.part(table) == Part.REGISTRY)
                .filter(table -> landscape.reach().uses(table.owner()))
                .filter(table -> landscape.reach().mayUseSchema(table.name().schema()))
                .map(table -> finding(landscape, table))
                .toList();
    }

    private Finding finding(Landscape landscape, Relation table) {
        String app = landscape.reach().app();
        boolean own = table.owner().equals(app);
        return new Finding(
                id(),
                Severity.CRITICAL,
                Direction.FAIL_OPEN,
                ObjectRef.of(table),
                "Row security of " + table.name() + " does not bind the app role",
                "Owners are exempt from row security unless it is forced, and "
                        + (own
                                ? app + " is the owner."
                                : app + " inherits the rights of the owner " + table.owner() + ".")
                        + " It reaches every tenant's rows.",
                "pg_class.relforcerowsecurity is false; the owner is " + table.owner() + ".",
                fix(landscape, table, own));
    }

    /** Forced, an own table would still be one the app role can unforce: it gets another owner at once. */
    private static String fix(Landscape landscape, Relation table, boolean own) {
        String force = "ALTER TABLE " + table.name().sql() + " FORCE ROW LEVEL SECURITY;";
        return own ? force + "\n" + AppRoleOwnsTable.giveAway(landscape.inspection(), table) : force;
    }
}
