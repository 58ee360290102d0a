package dev.partywall.advisor.rules;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Landscape;
import dev.partywall.advisor.Part;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import dev.partywall.catalog.Constraint;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Relation;
import java.util.List;

/** A foreign key between tenant tables that does not carry the tenant: a row may hang on another tenant's row. */
public final class ForeignKeyAcrossTenants implements Rule {
    @Override
    public String id() {
        return "fk-cross-tenant";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        Landscape landscape = Landscape.of(inspection);
        return landscape.tenantTables().stream()
                .filter(table -> !table.partitionOf())
                .filter(table -> landscape.reach().may(table, Privilege.INSERT)
                        || landscape.reach().may(table, Privilege.UPDATE))
                .flatMap(table -> table.foreignKeys().stream()
                        .flatMap(key -> landscape.relation(key.references()).stream()
                                .filter(parent -> landscape.part(parent) == Part.TENANT)
                                .filter(parent -> !ForeignKeys.carriesTenant(landscape, table, key, parent))
                                .filter(parent -> !ForeignKeys.isVouchedFor(table, parent))
                                .map(parent -> finding(landscape, table, key, parent))))
                .toList();
    }

    private Finding finding(Landscape landscape, Relation table, Constraint key, Relation parent) {
        boolean cascades = "CASCADE".equals(key.onDelete());
        return new Finding(
                id(),
                ForeignKeys.isGuessable(table, key) ? Severity.MEDIUM : Severity.LOW,
                Direction.FAIL_OPEN,
                ObjectRef.partOf(table.name(), ObjectRef.Kind.CONSTRAINT, key.name()),
                "A row of " + table.name() + " may belong to another tenant than the row of " + parent.name()
                        + " it refers to",
                "Foreign keys are checked without row security. A tenant that knows or guesses a key can hang its row on "
                        + "another tenant's, learn that it exists, and keep it from being deleted"
                        + (cascades ? "; when the other deletes it, the tenant's own row goes too." : "."),
                key.definition() + "; the tenant columns are not part of it.",
                ForeignKeys.composite(landscape, table, key, parent));
    }
}
