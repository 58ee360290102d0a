package dev.partywall.browse;

import dev.partywall.access.Access;
import dev.partywall.access.Inspection;
import dev.partywall.catalog.Column;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import dev.partywall.connect.Lens;
import dev.partywall.connect.Table.Heading;
import dev.partywall.failure.Failure;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A relation as one lens may read it.
 *
 * @param columns those the lens may read, in order
 * @param withChildren whether other tables inherit from it, whose rows it shows and whose keys are their own
 */
record Source(Relation relation, List<Column> columns, boolean withChildren) {
    /** What the server calls types for short, as results name them. */
    private static final Map<String, String> SHORT_NAMES = Map.of(
            "smallint", "int2",
            "integer", "int4",
            "bigint", "int8",
            "boolean", "bool",
            "real", "float4",
            "double precision", "float8",
            "character varying", "varchar",
            "character", "bpchar",
            "timestamp with time zone", "timestamptz",
            "timestamp without time zone", "timestamp");

    Source {
        columns = List.copyOf(columns);
    }

    /** @throws Failure when there is no such relation */
    static Source of(Inspection inspection, RelationName name, Lens lens) {
        Relation relation = relation(inspection, name);
        return new Source(relation, readable(inspection, relation, lens), withChildren(inspection, relation));
    }

    /** The relation with all its columns, as the bypass role reads it. */
    static Source whole(Inspection inspection, RelationName name) {
        return of(inspection, name, new Lens.Everyone());
    }

    private static Relation relation(Inspection inspection, RelationName name) {
        return inspection
                .snapshot()
                .relation(name)
                .orElseThrow(() -> Failure.usage(
                        "There is no relation " + name + ".", "Refresh, or check the spelling and the schema."));
    }

    private static boolean withChildren(Inspection inspection, Relation relation) {
        return relation.kind() == Relation.Kind.TABLE
                && inspection.snapshot().relations().stream()
                        .anyMatch(other -> other.parents().contains(relation.name()));
    }

    private static List<Column> readable(Inspection inspection, Relation relation, Lens lens) {
        if (lens instanceof Lens.Everyone) {
            return relation.columns();
        }
        String role = lens instanceof Lens.Tenant tenant
                ? Objects.requireNonNullElse(inspection.tenancy().loginRoles().get(tenant.id()), inspection.appRole())
                : inspection.appRole();
        Access access = inspection.access().of(role, relation.name(), Privilege.SELECT);
        List<String> granted = access.columns();
        return granted == null
                ? relation.columns()
                : relation.columns().stream()
                        .filter(column -> granted.contains(column.name()))
                        .toList();
    }

    /** Whether the lens may read every column, and with them {@code ctid} and {@code tableoid}. */
    boolean isWhole() {
        return columns.size() == relation.columns().size();
    }

    boolean readsAll(List<String> names) {
        return names.stream()
                .allMatch(name ->
                        columns.stream().anyMatch(column -> column.name().equals(name)));
    }

    /** Whether its rows have a {@code ctid} that the lens may read. */
    boolean hasPlaces() {
        return isWhole() && (relation.isTable() || relation.kind() == Relation.Kind.MATERIALIZED_VIEW);
    }

    List<Heading> headings() {
        return columns.stream()
                .map(column ->
                        new Heading(column.name(), SHORT_NAMES.getOrDefault(column.baseType(), column.baseType())))
                .toList();
    }
}
