package dev.partywall.probe;

import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.Constraint;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key from one tenant's row to another table's row that has a tenant, too, and that does not carry the tenant.
 *
 * @param owner the column of the parent that says whose it is
 */
public record Reference(
        String constraint, List<String> columns, RelationName parent, List<String> parentColumns, String owner) {
    public Reference {
        columns = List.copyOf(columns);
        parentColumns = List.copyOf(parentColumns);
    }

    /** Those of a relation whose owner is told in this way. */
    static List<Reference> of(Relation relation, Ownership ownership, CatalogSnapshot snapshot, Routes routes) {
        return relation.foreignKeys().stream()
                .filter(key -> !leadsToOwner(ownership, key))
                .flatMap(key -> snapshot.relation(Objects.requireNonNull(key.references())).stream()
                        .filter(parent -> !routes.isRegistry(parent) && !routes.isShared(parent))
                        .flatMap(parent -> routes.own(parent).stream()
                                .filter(owner -> parent.column(owner).isPresent())
                                .filter(owner -> !carried(relation, ownership, key, owner))
                                .map(owner -> new Reference(
                                        key.name(), key.columns(), parent.name(), key.referencedColumns(), owner))))
                .toList();
    }

    private static boolean leadsToOwner(Ownership ownership, Constraint key) {
        return ownership instanceof Ownership.Via via
                && via.steps().getFirst().from().equals(key.columns())
                && via.steps().getFirst().to().equals(key.references());
    }

    /** This key, or another over the same columns to the same parent, pairs the tenant columns. */
    private static boolean carried(Relation relation, Ownership ownership, Constraint key, String owner) {
        @Nullable String own = ownership instanceof Ownership.Own direct ? direct.column() : null;
        return relation.foreignKeys().stream()
                .filter(other -> Objects.equals(other.references(), key.references())
                        && other.columns().containsAll(key.columns()))
                .anyMatch(other -> IntStream.range(0, other.columns().size())
                        .anyMatch(i -> other.columns().get(i).equals(own)
                                && other.referencedColumns().get(i).equals(owner)));
    }

    /** Whose the row is that the row with this alias refers to, as an SQL expression. */
    String ownerOf(String row) {
        return "(SELECT CAST(r." + Identifiers.quote(owner) + " AS text) FROM " + parent.sql() + " r WHERE "
                + IntStream.range(0, columns.size())
                        .mapToObj(i -> "r." + Identifiers.quote(parentColumns.get(i)) + " = " + row + "."
                                + Identifiers.quote(columns.get(i)))
                        .collect(Collectors.joining(" AND "))
                + ")";
    }
}
