package dev.partywall.advisor.rules;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Landscape;
import dev.partywall.advisor.Part;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.catalog.Relation;
import java.util.List;

/** The app role itself owns a tenant table whose row security binds it, for now: an owner can switch it off. */
public final class AppRoleOwnsTable implements Rule {
    @Override
    public String id() {
        return "app-owns-table";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        Landscape landscape = Landscape.of(inspection);
        return landscape.tables().stream()
                .filter(table -> table.owner().equals(inspection.appRole()))
                .filter(table -> table.rowSecurity() && table.forced() && !table.partitionOf())
                .filter(table -> landscape.holdsTenantRows(table) || landscape.part(table) == Part.REGISTRY)
                .map(table -> finding(inspection, table))
                .toList();
    }

    private Finding finding(Inspection inspection, Relation table) {
        String app = inspection.appRole();
        return new Finding(
                id(),
                Severity.HIGH,
                Direction.FAIL_OPEN,
                ObjectRef.of(table),
                "The app role owns " + table.name(),
                "Row security is forced and binds it, but an owner may switch it off, drop a policy or empty the table: "
                        + "whoever can inject one statement needs no more.",
                "pg_class.relowner is " + app + ".",
                giveAway(inspection, table));
    }

    /** Another owner, and the privileges the app role had by owning it. */
    static String giveAway(Inspection inspection, Relation table) {
        return "ALTER TABLE " + table.name().sql() + " OWNER TO " + Identifiers.quote(newOwner(inspection))
                + ";\nGRANT SELECT, INSERT, UPDATE, DELETE ON " + table.name().sql() + " TO "
                + Identifiers.quote(inspection.appRole()) + ";";
    }

    /** Whoever owns the schema, unless that is the app role too. */
    private static String newOwner(Inspection inspection) {
        String app = inspection.appRole();
        return inspection.snapshot().schemas().stream()
                .map(schema -> schema.owner())
                .filter(owner -> !owner.equals(app) && !owner.startsWith("pg_"))
                .findFirst()
                .orElse(inspection.snapshot().databaseOwner());
    }
}
