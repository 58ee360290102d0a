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
import dev.partywall.advisor.TenantPredicate;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Relation;
import java.util.List;
import java.util.Set;

/** A tenant table that the app role can reach and that has no row security. Partitions of a protected table have a rule of their own. */
public final class TableWithoutRowSecurity implements Rule {
    @Override
    public String id() {
        return "rls-disabled";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        Landscape landscape = Landscape.of(inspection);
        TenantPredicate predicate = new TenantPredicate(landscape);
        return landscape.tables().stream()
                .filter(table -> landscape.part(table) == Part.TENANT && !table.rowSecurity())
                .filter(table -> !hasProtectedParent(landscape, table))
                .filter(table -> !landscape.reach().commands(table).isEmpty())
                .map(table -> finding(landscape, predicate, table))
                .toList();
    }

    static boolean hasProtectedParent(Landscape landscape, Relation table) {
        return table.parents().stream()
                .flatMap(name -> landscape.relation(name).stream())
                .anyMatch(parent -> parent.rowSecurity() || hasProtectedParent(landscape, parent));
    }

    private Finding finding(Landscape landscape, TenantPredicate predicate, Relation table) {
        Set<Privilege> commands = landscape.reach().commands(table);
        boolean appendOnly = commands.equals(Set.of(Privilege.INSERT));
        String policies = table.policies().isEmpty()
                ? "It has no policy either."
                : "It has " + table.policies().size() + " policies, which do nothing while row security is off.";
        return new Finding(
                id(),
                appendOnly ? Severity.HIGH : Severity.CRITICAL,
                Direction.FAIL_OPEN,
                ObjectRef.of(table),
                "Row security is off on " + table.name(),
                "Whoever comes in as " + landscape.reach().app() + " reaches the rows of every tenant. " + policies,
                landscape.reach().app() + " may " + Reach.words(commands) + "; pg_class.relrowsecurity is false.",
                Remedy.protect(table, predicate.of(table)));
    }
}
