package dev.partywall.advisor.rules;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Landscape;
import dev.partywall.advisor.Remedy;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import dev.partywall.catalog.Grant;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Relation;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A tenant table, or what shows one, is granted to PUBLIC: to every role there is and will be. */
public final class GrantedToPublic implements Rule {
    @Override
    public String id() {
        return "privilege-public";
    }

    private static final Set<Privilege> ROWS =
            EnumSet.of(Privilege.SELECT, Privilege.INSERT, Privilege.UPDATE, Privilege.DELETE, Privilege.TRUNCATE);

    @Override
    public List<Finding> check(Inspection inspection) {
        Landscape landscape = Landscape.of(inspection);
        return landscape.relations().stream()
                .filter(landscape::holdsTenantRows)
                .filter(relation -> !toPublic(relation).isEmpty())
                .map(relation -> finding(landscape, relation))
                .toList();
    }

    private static List<Grant> toPublic(Relation relation) {
        return relation.grants().stream()
                .filter(grant -> grant.toPublic() && ROWS.contains(grant.privilege()))
                .toList();
    }

    private Finding finding(Landscape landscape, Relation relation) {
        List<Grant> grants = toPublic(relation);
        String privileges = String.join(
                ", ", grants.stream().map(grant -> grant.privilege().name()).toList());
        boolean open = !relation.rowSecurity();
        return new Finding(
                id(),
                severity(landscape, relation),
                Direction.FAIL_OPEN,
                ObjectRef.of(relation),
                relation.name() + " is granted to PUBLIC",
                "Every role of this server may use it, those made later included"
                        + (open ? ", and no row security keeps tenants apart in it." : ". Row security still applies."),
                "PUBLIC holds " + privileges + ".",
                fix(landscape, relation, grants));
    }

    private static Severity severity(Landscape landscape, Relation relation) {
        boolean reachable = landscape.reach().mayUseSchema(relation.name().schema());
        if (relation.rowSecurity() || !reachable) {
            return Severity.LOW;
        }
        return landscape.isDeclaredShared(relation) ? Severity.INFO : Severity.CRITICAL;
    }

    /** What row security governs the app role keeps; a copy without it the app role does not get back. */
    private static String fix(Landscape landscape, Relation relation, List<Grant> grants) {
        String revoke = Remedy.revoke(grants, relation.name());
        if (!relation.rowSecurity()) {
            return revoke;
        }
        return revoke + "\nGRANT "
                + String.join(
                        ", ",
                        grants.stream().map(grant -> grant.privilege().name()).toList())
                + " ON " + relation.name().sql() + " TO "
                + Remedy.role(landscape.reach().app()) + ";";
    }
}
