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

/** A table meant for everybody can be changed by each tenant, for all the others. */
public final class SharedTableWritable implements Rule {
    @Override
    public String id() {
        return "shared-writable";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        Landscape landscape = Landscape.of(inspection);
        if (landscape.tenantTables().isEmpty()) {
            return List.of();
        }
        return landscape.tables().stream()
                .filter(table -> landscape.part(table) == Part.SHARED && !table.partitionOf())
                .filter(table -> !written(landscape, table).isEmpty())
                .map(table -> finding(landscape, table))
                .toList();
    }

    private static List<Privilege> written(Landscape landscape, Relation table) {
        return List.of(Privilege.INSERT, Privilege.UPDATE, Privilege.DELETE, Privilege.TRUNCATE).stream()
                .filter(command -> landscape.reach().isOpen(table, command))
                .toList();
    }

    private Finding finding(Landscape landscape, Relation table) {
        List<Privilege> written = written(landscape, table);
        List<Grant> grants = written.stream()
                .flatMap(command -> landscape.reach().held(table, command).stream())
                .filter(grant -> !grant.grantee().equals(table.owner()))
                .toList();
        boolean readable = landscape.reach().may(table, Privilege.SELECT);
        return new Finding(
                id(),
                written.equals(List.of(Privilege.INSERT)) || !readable ? Severity.LOW : Severity.MEDIUM,
                Direction.FAIL_OPEN,
                ObjectRef.of(table),
                "Every tenant can change " + table.name() + " for all of them",
                "It has no tenant column and no tenant's rows: what one tenant writes there, the others read.",
                landscape.reach().app() + " may " + Reach.words(written) + " without row security.",
                grants.isEmpty()
                        ? AppRoleOwnsTable.giveAway(landscape.inspection(), table)
                        : Remedy.revoke(grants, table.name()));
    }
}
