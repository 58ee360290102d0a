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
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Schema;
import java.util.List;

/** The app role may create objects in a schema that tenant tables or functions live in. */
public final class SchemaOpenForCreation implements Rule {
    @Override
    public String id() {
        return "schema-create-privilege";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        Landscape landscape = Landscape.of(inspection);
        return inspection.snapshot().schemas().stream()
                .filter(schema -> isOwn(landscape, schema) || !landscape.reach().uses(schema.owner()))
                .filter(schema -> landscape.reach().mayCreateIn(schema.name()))
                .map(schema -> isOwn(landscape, schema) ? owned(landscape, schema) : finding(landscape, schema))
                .toList();
    }

    private static boolean isOwn(Landscape landscape, Schema schema) {
        return schema.owner().equals(landscape.reach().app());
    }

    /** An owner may also drop what others made in the schema. */
    private Finding owned(Landscape landscape, Schema schema) {
        String name = Identifiers.quote(schema.name());
        String app = Identifiers.quote(landscape.reach().app());
        return new Finding(
                id(),
                isInhabited(landscape, schema) ? Severity.HIGH : Severity.LOW,
                Direction.FAIL_OPEN,
                new ObjectRef(ObjectRef.Kind.SCHEMA, null, null, schema.name()),
                "The app role owns schema " + name,
                "It may create objects in it that other sessions find first, and drop every table in it, whoever made it.",
                "pg_namespace.nspowner is " + schema.owner() + ".",
                "ALTER SCHEMA " + name + " OWNER TO "
                        + Identifiers.quote(landscape.snapshot().databaseOwner())
                        + ";\nREVOKE CREATE ON SCHEMA " + name + " FROM " + app + ";\nGRANT USAGE ON SCHEMA " + name
                        + " TO "
                        + app + ";");
    }

    private Finding finding(Landscape landscape, Schema schema) {
        List<Grant> grants = schema.grants().stream()
                .filter(grant -> grant.privilege() == Privilege.CREATE
                        && landscape.reach().isMine(grant))
                .toList();
        boolean inhabited = isInhabited(landscape, schema);
        return new Finding(
                id(),
                inhabited ? Severity.MEDIUM : Severity.LOW,
                Direction.FAIL_OPEN,
                new ObjectRef(ObjectRef.Kind.SCHEMA, null, null, schema.name()),
                "The app role may create objects in schema " + Identifiers.quote(schema.name()),
                "A function or table of its own that is found before, or matches better than, the intended one "
                        + "runs in other roles' sessions with their rights."
                        + (inhabited ? " Tenant tables or functions live in this schema." : ""),
                "CREATE is held through " + Reach.holders(grants) + ".",
                Remedy.revoke(grants, "SCHEMA " + Identifiers.quote(schema.name())));
    }

    private static boolean isInhabited(Landscape landscape, Schema schema) {
        return landscape.tables().stream()
                        .anyMatch(table ->
                                table.name().schema().equals(schema.name()) && landscape.holdsTenantRows(table))
                || landscape.snapshot().functions().stream()
                        .anyMatch(function -> function.schema().equals(schema.name()));
    }
}
