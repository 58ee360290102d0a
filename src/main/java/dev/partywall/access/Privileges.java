package dev.partywall.access;

import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.Column;
import dev.partywall.catalog.Function;
import dev.partywall.catalog.Grant;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Which privileges a role holds, and through what (PostgreSQL 18, sections 5.8 and 21.5). Row security plays no part. */
final class Privileges {
    /** From here on MAINTAIN is a privilege; before, only the owner maintains. */
    private static final int MAINTAIN_SINCE = 17;

    private final RoleGraph roles;
    private final int major;
    private final Map<String, Schema> schemas = new HashMap<>();

    Privileges(CatalogSnapshot snapshot, RoleGraph roles) {
        this.roles = roles;
        this.major = snapshot.server().major();
        snapshot.schemas().forEach(schema -> schemas.put(schema.name(), schema));
    }

    /** Why the role may look up names in the schema; empty when it may not. */
    Optional<Reason> usesSchema(String role, String schema) {
        Optional<Reason> granted = Optional.ofNullable(schemas.get(schema))
                .flatMap(it -> granted(role, it.grants(), Privilege.USAGE, "schema " + schema));
        return granted.or(() -> predefined(role, Privilege.SELECT))
                .or(() -> predefined(role, Privilege.INSERT))
                .map(reason -> new Reason("schema", reason.text()));
    }

    /** Why the role holds the privilege on the whole relation; empty when it does not. */
    Optional<Reason> onRelation(String role, Relation relation, Privilege privilege) {
        if (privilege == Privilege.MAINTAIN && major < MAINTAIN_SINCE) {
            return maintainsAsOwner(role, relation);
        }
        return granted(role, relation.grants(), privilege, relation.name().sql())
                .or(() -> predefined(role, privilege));
    }

    private Optional<Reason> maintainsAsOwner(String role, Relation relation) {
        return roles.uses(role, relation.owner())
                ? Optional.of(new Reason("owner", role + " has the rights of the owner " + relation.owner() + "."))
                : Optional.empty();
    }

    /** The columns on which alone the role holds the privilege. */
    List<String> onColumns(String role, Relation relation, Privilege privilege) {
        return relation.columns().stream()
                .filter(column -> grantee(role, column.grants(), privilege).isPresent())
                .map(Column::name)
                .toList();
    }

    boolean mayExecute(String role, Function function) {
        return roles.role(role).superuser()
                || grantee(role, function.grants(), Privilege.EXECUTE).isPresent();
    }

    private Optional<Reason> granted(String role, List<Grant> grants, Privilege privilege, String object) {
        if (roles.role(role).superuser()) {
            return Optional.of(new Reason("superuser", role + " is a superuser: no privilege is asked for."));
        }
        return grantee(role, grants, privilege).map(grantee -> reason(role, grantee, privilege, object));
    }

    /** To whom it is granted: the role itself if so, else one whose rights it has, else everybody. */
    private Optional<String> grantee(String role, List<Grant> grants, Privilege privilege) {
        boolean everybody = false;
        String inherited = null;
        for (Grant grant : grants) {
            if (grant.privilege() != privilege) {
                continue;
            }
            if (grant.grantee().equals(role)) {
                return Optional.of(role);
            }
            if (grant.toPublic()) {
                everybody = true;
            } else if (roles.uses(role, grant.grantee())) {
                inherited = Objects.requireNonNullElse(inherited, grant.grantee());
            }
        }
        return Optional.ofNullable(inherited).or(everybody ? () -> Optional.of(Grant.PUBLIC) : Optional::empty);
    }

    private Reason reason(String role, String grantee, Privilege privilege, String object) {
        String what = privilege + " on " + object + " is granted to ";
        if (grantee.equals(Grant.PUBLIC)) {
            return new Reason("grant-public", what + "PUBLIC.");
        }
        if (grantee.equals(role)) {
            return new Reason("grant", what + role + ".");
        }
        return new Reason("grant-inherited", what + grantee + ", whose rights it has: " + way(role, grantee) + ".");
    }

    private Optional<Reason> predefined(String role, Privilege privilege) {
        String predefined = switch (privilege) {
            case SELECT -> "pg_read_all_data";
            case INSERT, UPDATE, DELETE -> "pg_write_all_data";
            case MAINTAIN -> "pg_maintain";
            default -> "";
        };
        if (predefined.isEmpty() || !roles.uses(role, predefined)) {
            return Optional.empty();
        }
        return Optional.of(
                new Reason("grant-predefined", privilege + " on everything comes with " + way(role, predefined) + "."));
    }

    private String way(String role, String target) {
        return String.join(" -> ", roles.inheritancePath(role, target));
    }
}
