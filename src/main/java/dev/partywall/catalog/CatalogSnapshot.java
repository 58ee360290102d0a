package dev.partywall.catalog;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The immutable picture of one database: everything that bears on isolation, without the system schemas.
 *
 * @param database its name
 * @param databaseOwner the role that owns it
 * @param databaseGrants CONNECT, CREATE, TEMPORARY
 * @param relations in order of name, however they come
 * @param roles in order of name, however they come
 * @param extensions by name
 */
public record CatalogSnapshot(
        ServerVersion server,
        String database,
        String databaseOwner,
        Instant takenAt,
        List<Grant> databaseGrants,
        List<Schema> schemas,
        List<Relation> relations,
        List<Sequence> sequences,
        List<Function> functions,
        List<Rewrite> rewrites,
        List<Role> roles,
        List<Membership> memberships,
        List<RoleSetting> settings,
        List<DefaultPrivilege> defaultPrivileges,
        List<String> extensions) {

    public CatalogSnapshot {
        databaseGrants = List.copyOf(databaseGrants);
        schemas = List.copyOf(schemas);
        relations = relations.stream().sorted(comparing(Relation::name)).toList();
        sequences = List.copyOf(sequences);
        functions = List.copyOf(functions);
        rewrites = List.copyOf(rewrites);
        roles = roles.stream().sorted(comparing(Role::name)).toList();
        memberships = List.copyOf(memberships);
        settings = List.copyOf(settings);
        defaultPrivileges = List.copyOf(defaultPrivileges);
        extensions = List.copyOf(extensions);
    }

    public Optional<Relation> relation(RelationName name) {
        return find(relations, Relation::name, name);
    }

    public Optional<Role> role(String name) {
        return find(roles, Role::name, name);
    }

    /** A binary search: rules ask for every relation by name, in databases with ten thousand of them. */
    private static <T, K extends Comparable<K>> Optional<T> find(
            List<T> sorted, java.util.function.Function<T, K> key, K wanted) {
        int low = 0;
        int high = sorted.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = key.apply(sorted.get(middle)).compareTo(wanted);
            if (order == 0) {
                return Optional.of(sorted.get(middle));
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return Optional.empty();
    }
}
