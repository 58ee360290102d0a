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
import dev.partywall.catalog.Constraint;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Relation;
import java.util.List;
import java.util.Set;

/** A detail table without a tenant column and without row security, whose rows belong to a tenant's rows by a foreign key. */
public final class ChildWithoutRowSecurity implements Rule {
    @Override
    public String id() {
        return "child-no-rls";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        Landscape landscape = Landscape.of(inspection);
        return landscape.tables().stream()
                .filter(table -> landscape.part(table) == Part.CHILD && !table.rowSecurity())
                .filter(table -> !TableWithoutRowSecurity.hasProtectedParent(landscape, table))
                .filter(table -> !landscape.reach().commands(table).isEmpty())
                .flatMap(table -> landscape.parentOf(table).stream().map(key -> finding(landscape, table, key)))
                .toList();
    }

    private Finding finding(Landscape landscape, Relation table, Constraint key) {
        Set<Privilege> commands = landscape.reach().commands(table);
        return new Finding(
                id(),
                severity(table, key, commands),
                Direction.FAIL_OPEN,
                ObjectRef.of(table),
                "The rows of " + table.name() + " belong to tenants, and nothing keeps them apart",
                "It has no tenant column, so searches by column name skip it, but each row hangs on a row of "
                        + key.references() + ". " + landscape.reach().app() + " reaches them all.",
                landscape.reach().app() + " may " + Reach.words(commands) + "; foreign key " + key.name() + " "
                        + key.definition() + ".",
                Remedy.protect(table, new TenantPredicate(landscape).of(table)));
    }

    /** An optional link to a tenant's row does not prove that every row is a tenant's. */
    private static Severity severity(Relation table, Constraint key, Set<Privilege> commands) {
        boolean required = key.columns().stream()
                .allMatch(name ->
                        table.column(name).map(column -> column.notNull()).orElse(false));
        if (commands.equals(Set.of(Privilege.INSERT))) {
            return Severity.MEDIUM;
        }
        return required ? Severity.CRITICAL : Severity.HIGH;
    }
}
