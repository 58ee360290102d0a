package dev.partywall.advisor.rules;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Landscape;
import dev.partywall.advisor.Reach;
import dev.partywall.advisor.Remedy;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import dev.partywall.catalog.Grant;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.catalog.Relation;
import java.util.List;

/** A partition or inheritance child without row security, under a protected parent, that the app role can address by its own name. */
public final class PartitionReachableDirectly implements Rule {
    @Override
    public String id() {
        return "partition-direct";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        Landscape landscape = Landscape.of(inspection);
        return landscape.tables().stream()
                .filter(table -> !table.rowSecurity() && landscape.holdsTenantRows(table))
                .filter(table -> TableWithoutRowSecurity.hasProtectedParent(landscape, table))
                .filter(table -> !landscape.reach().commands(table).isEmpty())
                .map(table -> finding(landscape, table))
                .toList();
    }

    private Finding finding(Landscape landscape, Relation table) {
        Reach reach = landscape.reach();
        return new Finding(
                id(),
                Severity.CRITICAL,
                Direction.FAIL_OPEN,
                ObjectRef.of(table),
                table.name() + " can be read past its parent's policies",
                "The policies of " + table.parents().getFirst() + " apply only to statements that name it. "
                        + "A statement that names this table sees every tenant's rows in it.",
                reach.app() + " may " + Reach.words(reach.commands(table)) + " on it; its own row security is off.",
                fix(reach, table));
    }

    /** Without privileges of its own the partition is reached through the parent only; an owner needs no privileges. */
    private static String fix(Reach reach, Relation table) {
        List<Grant> grants = Reach.DML.stream()
                .flatMap(command -> reach.held(table, command).stream())
                .toList();
        boolean owned = grants.isEmpty() || reach.uses(table.owner());
        return owned
                ? "ALTER TABLE " + table.name().sql() + " ENABLE ROW LEVEL SECURITY;\nALTER TABLE "
                        + table.name().sql() + " FORCE ROW LEVEL SECURITY;"
                : Remedy.revoke(grants, table.name());
    }
}
