package dev.partywall.backfill;

import dev.partywall.access.Inspection;
import dev.partywall.catalog.Column;
import dev.partywall.catalog.Constraint;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.Relation;
import dev.partywall.failure.Failure;
import dev.partywall.tenancy.TenantRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The foreign keys along which a tenant can be found. */
final class Hops {
    private final Inspection inspection;

    Hops(Inspection inspection) {
        this.inspection = inspection;
    }

    /** A foreign key between two tables. */
    record Hop(Relation child, Constraint key, Relation parent) {
        /**
         * How a row of the one is matched to rows of the other: by the columns other than the tenant's, which is what
         * is not known yet.
         */
        String condition(String childAlias, String parentAlias, Optional<Column> tenant) {
            List<String> terms = new ArrayList<>();
            for (int i = 0; i < key.columns().size(); i++) {
                String column = key.columns().get(i);
                if (tenant.isEmpty() || !tenant.get().name().equals(column)) {
                    terms.add(parentAlias + "."
                            + Identifiers.quote(key.referencedColumns().get(i)) + " = " + childAlias + "."
                            + Identifiers.quote(column));
                }
            }
            return String.join(" AND ", terms);
        }
    }

    /** The foreign keys to follow from a table, or the one that is named. */
    List<Hop> parents(Relation table, Assignment.Parent parent) {
        List<Hop> all = from(table);
        String named = parent.constraint();
        if (named != null) {
            return List.of(all.stream()
                    .filter(hop -> hop.key().name().equals(named))
                    .findFirst()
                    .orElseThrow(() -> noSuch(table, named, all)));
        }
        List<Hop> direct =
                all.stream().filter(hop -> holdsTenants(hop.parent())).toList();
        List<Hop> found = direct.isEmpty() ? all : direct;
        if (found.isEmpty()) {
            throw Failure.usage(
                    table.name() + " has no foreign key that leads to a tenant.",
                    "Assign it by fixed:TENANT, map:FILE or sql:EXPRESSION.");
        }
        return found;
    }

    private static Failure noSuch(Relation table, String name, List<Hop> all) {
        String known =
                String.join(", ", all.stream().map(hop -> hop.key().name()).toList());
        return Failure.usage(
                table.name() + " has no foreign key " + Identifiers.quote(name) + " that could lead to a tenant.",
                known.isEmpty() ? "Assign it another way." : "It has: " + known + ".");
    }

    /** Foreign keys that say more than the tenant itself, and whose parent can tell a tenant. */
    List<Hop> from(Relation table) {
        return from(table, List.of());
    }

    /** Foreign keys that carry the tenant: a row cannot have another tenant than the row it references. */
    List<Hop> binding(Relation table) {
        Optional<Column> tenant = Target.tenantColumn(inspection, table);
        return from(table).stream()
                .filter(hop -> tenant.isPresent()
                        && hop.key().columns().contains(tenant.get().name())
                        && holdsTenants(hop.parent()))
                .toList();
    }

    private List<Hop> from(Relation table, List<Relation> on) {
        List<Relation> path = Stream.concat(on.stream(), Stream.of(table)).toList();
        return table.foreignKeys().stream()
                .filter(key -> saysMore(table, key))
                .flatMap(key -> parent(key).map(parent -> new Hop(table, key, parent)).stream())
                .filter(hop -> holdsTenants(hop.parent())
                        || (!path.contains(hop.parent())
                                && !from(hop.parent(), path).isEmpty()))
                .toList();
    }

    private boolean saysMore(Relation table, Constraint key) {
        Optional<Column> tenant = Target.tenantColumn(inspection, table);
        return key.columns().stream()
                .anyMatch(name -> tenant.isEmpty() || !name.equals(tenant.get().name()));
    }

    private Optional<Relation> parent(Constraint key) {
        return inspection.snapshot().relation(Objects.requireNonNull(key.references()));
    }

    /** Foreign keys of other tables that lead here, from tables that have a tenant column. */
    List<Hop> to(Relation table) {
        return inspection.snapshot().relations().stream()
                .filter(child -> !child.partitionOf() && child.isTable())
                .filter(child -> Target.tenantColumn(inspection, child).isPresent())
                .flatMap(child -> child.foreignKeys().stream()
                        .filter(key -> table.name().equals(key.references()))
                        .filter(key -> saysMore(child, key))
                        .map(key -> new Hop(child, key, table)))
                .toList();
    }

    /** The one foreign key that leads here and has this name. */
    Hop child(Relation table, Assignment.Children children) {
        List<Hop> named = to(table).stream()
                .filter(hop -> names(hop).contains(children.constraint()))
                .toList();
        if (named.size() != 1) {
            String known = String.join(
                    ", ", to(table).stream().map(hop -> names(hop).getLast()).toList());
            throw Failure.usage(
                    (named.isEmpty() ? "No foreign key " : "More than one foreign key ")
                            + Identifiers.quote(children.constraint()) + " leads to " + table.name() + ".",
                    known.isEmpty() ? "Assign it another way." : "Those that do: " + known + ".");
        }
        return named.getFirst();
    }

    /** The constraint, and table.constraint. */
    private static List<String> names(Hop hop) {
        return List.of(
                hop.key().name(), hop.child().name().name() + "." + hop.key().name());
    }

    boolean holdsTenants(Relation relation) {
        return tenantOf(relation).isPresent();
    }

    /** What of a relation's row is its tenant: the registry's key, or the tenant column. */
    Optional<String> tenantOf(Relation relation) {
        TenantRegistry registry = inspection.tenancy().registry();
        if (registry != null && registry.table().equals(relation.name())) {
            return Optional.of(registry.key());
        }
        return Target.tenantColumn(inspection, relation).map(Column::name);
    }
}
