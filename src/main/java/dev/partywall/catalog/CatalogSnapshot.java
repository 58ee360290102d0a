package dev.partywall.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The immutable picture of one database: everything that bears on isolation, without the system schemas.
 *
 * @param database its name
 * @param databaseOwner the role that owns it
 * @param databaseGrants CONNECT, CREATE, TEMPORARY
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
        relations = List.copyOf(relations);
        sequences = List.copyOf(sequences);
        functions = List.copyOf(functions);
        rewrites = List.copyOf(rewrites);
        roles = List.copyOf(roles);
        memberships = List.copyOf(memberships);
        settings = List.copyOf(settings);
        defaultPrivileges = List.copyOf(defaultPrivileges);
        extensions = List.copyOf(extensions);
    }

    public Optional<Relation> relation(RelationName name) {
        return relations.stream()
                .filter(relation -> relation.name().equals(name))
                .findFirst();
    }

    public Optional<Role> role(String name) {
        return roles.stream().filter(role -> role.name().equals(name)).findFirst();
    }
}
