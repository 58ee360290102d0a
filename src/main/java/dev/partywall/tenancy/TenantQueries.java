package dev.partywall.tenancy;

import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.RelationName;
import dev.partywall.connect.Sql;
import org.jspecify.annotations.Nullable;

/** The statements by which tenants are listed; names come from the catalogue and are quoted. */
final class TenantQueries {
    private TenantQueries() {}

    /** A page of the registry by key, optionally only what contains a text. */
    static Sql registry(TenantRegistry registry, @Nullable String search, int limit) {
        String key = Identifiers.quote(registry.key());
        String label = column(registry.label());
        String select = "SELECT " + key + "::text, " + label + ", " + column(registry.status()) + " FROM "
                + registry.table().sql() + " WHERE " + key + " IS NOT NULL";
        if (search == null) {
            return Sql.of(select + " ORDER BY " + key + " LIMIT ?", limit);
        }
        return Sql.of(
                select + " AND (position(lower(?) IN lower(" + key
                        + "::text)) > 0 OR position(lower(?) IN lower(coalesce(" + label + ", ''))) > 0) ORDER BY "
                        + key + " LIMIT ?",
                search,
                search,
                limit);
    }

    static Sql one(TenantRegistry registry, String id) {
        return Sql.of(
                "SELECT " + Identifiers.quote(registry.key()) + "::text, " + column(registry.label()) + ", "
                        + column(registry.status()) + " FROM "
                        + registry.table().sql() + " WHERE "
                        + Identifiers.quote(registry.key()) + "::text = ? LIMIT 1",
                id);
    }

    /** The smallest tenant of a table after another one: an index on the column makes each step a jump. */
    static Sql next(RelationName table, String column, @Nullable String after, String type) {
        String name = Identifiers.quote(column);
        String select = "SELECT " + name + "::text FROM " + table.sql() + " WHERE " + name;
        String order = " ORDER BY " + name + " LIMIT 1";
        return after == null
                ? Sql.of(select + " IS NOT NULL" + order)
                : Sql.of(select + " > ?::" + type + order, after);
    }

    /** How many rows of a table each of these tenants has, counted up to a bound. */
    static Sql rows(RelationName table, String column, String tenant, int most) {
        String name = Identifiers.quote(column);
        return Sql.of(
                "SELECT count(*) FROM (SELECT FROM " + table.sql() + " WHERE " + name + "::text = ? LIMIT ?) AS found",
                tenant,
                most);
    }

    /** For each tenant one person who belongs to no other: the first by the column's order. */
    static Sql persons(Membership membership, int limit) {
        String tenant = Identifiers.quote(membership.tenant());
        String person = Identifiers.quote(membership.person());
        return Sql.of(
                "SELECT min(tenant) AS tenant, person FROM (SELECT DISTINCT " + tenant + "::text AS tenant, " + person
                        + "::text AS person FROM " + membership.table().sql() + " WHERE " + tenant
                        + " IS NOT NULL AND " + person
                        + " IS NOT NULL) AS belongs GROUP BY person HAVING count(*) = 1 ORDER BY tenant, person LIMIT ?",
                limit);
    }

    private static String column(@Nullable String name) {
        return name == null ? "NULL::text" : Identifiers.quote(name) + "::text";
    }
}
