package dev.partywall.probe;

import dev.partywall.catalog.Column;
import dev.partywall.catalog.ObjectRef;
import dev.partywall.catalog.Relation;
import java.util.List;
import java.util.Optional;

/**
 * A relation that can be judged.
 *
 * @param ownerType the type of the tenant in it, without length
 * @param registry whether it is the list of tenants
 * @param guarded what of its triggers and rules bears on trying to write
 * @param key the columns that tell its rows apart; empty where there are none
 * @param references foreign keys to other tenant tables that do not carry the tenant
 * @param naturalKeys unique keys over all tenants' rows whose values mean something
 * @param bases what a view reads, as far as that can be judged; empty for tables
 */
public record Target(
        Relation relation,
        Ownership ownership,
        String ownerType,
        boolean registry,
        Guards guarded,
        List<String> key,
        List<Reference> references,
        List<UniqueKey> naturalKeys,
        List<Target> bases) {
    public Target {
        references = List.copyOf(references);
        naturalKeys = List.copyOf(naturalKeys);
        key = List.copyOf(key);
        bases = List.copyOf(bases);
    }

    public ObjectRef object() {
        return ObjectRef.of(relation);
    }

    /** The relation for SQL. */
    public String sql() {
        return relation.name().sql();
    }

    /** Whether a rewritten query stands between the statement and the table. */
    public boolean isView() {
        return relation.view() != null;
    }

    /** The type to cast a value of this column to: without length, so that nothing is cut off, and without a domain. */
    public String baseTypeOf(String column) {
        return castable(relation.column(column).map(Column::baseType).orElse("text"));
    }

    /** A condition that is true for the rows of one tenant, with one value to bind. */
    public String is(String row) {
        return ownership.owner(row) + " = CAST(? AS " + ownerType() + ")";
    }

    /**
     * The same, with a way to tell the owner that the session may read.
     *
     * @return empty where it may read neither the tenant nor a key
     */
    Optional<Target> readableWith(Rights rights) {
        if (rights.select().containsAll(ownership.columns())) {
            return Optional.of(this);
        }
        boolean keyed = !key.isEmpty() && rights.select().containsAll(key) && ownership instanceof Ownership.Own;
        if (!keyed) {
            return Optional.empty();
        }
        Ownership byKey = new Ownership.Via(
                List.of(new Ownership.Step(key, relation.name(), key)),
                ownership.columns().getFirst());
        return Optional.of(
                new Target(relation, byKey, ownerType, registry, guarded, key, references, naturalKeys, bases));
    }

    /** {@code character} without a length means one character (PostgreSQL 18, section 8.3). */
    static String castable(String type) {
        return type.equals("character") ? "bpchar" : type;
    }
}
