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
import dev.partywall.catalog.Relation;
import java.util.List;

/** A foreign table with tenants' rows that the app role may use; it cannot have row security. */
public final class ForeignTableExposed implements Rule {
    @Override
    public String id() {
        return "foreign-table-exposed";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        Landscape landscape = Landscape.of(inspection);
        return landscape.relations().stream()
                .filter(relation -> relation.kind() == Relation.Kind.FOREIGN_TABLE)
                .filter(table -> landscape.part(table) == Part.TENANT || isPartitionOfTenants(landscape, table))
                .filter(table -> !landscape.reach().commands(table).isEmpty())
                .map(table -> finding(landscape, table))
                .toList();
    }

    private static boolean isPartitionOfTenants(Landscape landscape, Relation table) {
        return table.parents().stream()
                .flatMap(name -> landscape.relation(name).stream())
                .anyMatch(landscape::holdsTenantRows);
    }

    private Finding finding(Landscape landscape, Relation table) {
        List<Grant> grants = Reach.DML.stream()
                .flatMap(command -> landscape.reach().held(table, command).stream())
                .toList();
        return new Finding(
                id(),
                Severity.CRITICAL,
                Direction.FAIL_OPEN,
                ObjectRef.of(table),
                "The app role may use the foreign table " + table.name(),
                "A foreign table cannot have row security here, and the other server does not know this session's tenant: "
                        + "it hands out every tenant's rows.",
                landscape.reach().app() + " may "
                        + Reach.words(landscape.reach().commands(table)) + ".",
                Remedy.revoke(grants, table.name()));
    }
}
