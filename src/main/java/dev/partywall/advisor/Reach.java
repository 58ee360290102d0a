package dev.partywall.advisor;

import dev.partywall.access.Access;
import dev.partywall.access.AccessKind;
import dev.partywall.access.AccessModel;
import dev.partywall.access.Inspection;
import dev.partywall.catalog.Function;
import dev.partywall.catalog.Grant;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import dev.partywall.catalog.Role;
import dev.partywall.catalog.Schema;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What the app role may touch: privileges after memberships and PUBLIC, behind schemas it may use. */
public final class Reach {
    /** The commands that row security governs. */
    public static final List<Privilege> DML =
            List.of(Privilege.SELECT, Privilege.INSERT, Privilege.UPDATE, Privilege.DELETE);

    private final AccessModel access;
    private final String app;
    private final Map<String, Schema> schemas = new HashMap<>();
    private final Map<String, Role> roles = new HashMap<>();
    private final Map<String, Boolean> used = new ConcurrentHashMap<>();
    private final Map<RelationName, Map<Privilege, Access>> known = new ConcurrentHashMap<>();
    private final List<Grant> databaseGrants;

    Reach(Inspection inspection) {
        this.access = inspection.access();
        this.app = inspection.appRole();
        inspection.snapshot().schemas().forEach(schema -> schemas.put(schema.name(), schema));
        inspection.snapshot().roles().forEach(role -> roles.put(role.name(), role));
        this.databaseGrants = inspection.snapshot().databaseGrants();
    }

    public String app() {
        return app;
    }

    /** The app role is superuser or BYPASSRLS: nothing else matters until that is mended. */
    public boolean isOutranked() {
        return ignoresRowSecurity(app);
    }

    /** Whether the app role is a superuser, who by rights uses every role. */
    private boolean isSuperuser() {
        Role found = roles.get(app);
        return found != null && found.superuser();
    }

    /** Superuser or BYPASSRLS; neither is inherited. */
    public boolean ignoresRowSecurity(String role) {
        Role found = roles.get(role);
        return found != null && (found.superuser() || found.bypassRls());
    }

    /** Whether row security does not bind the role on this table: no row security, or exempt from it. */
    public boolean isExempt(String role, Relation table) {
        return !table.rowSecurity()
                || ignoresRowSecurity(role)
                || (!table.forced() && access.uses(role, table.owner()));
    }

    /** Whether the app role has the rights of a role without SET ROLE. */
    public boolean uses(String role) {
        return isSuperuser() ? role.equals(app) : used.computeIfAbsent(role, name -> access.uses(app, name));
    }

    public Access of(Relation relation, Privilege command) {
        return known.computeIfAbsent(relation.name(), name -> new ConcurrentHashMap<>())
                .computeIfAbsent(command, privilege -> access.of(app, relation.name(), privilege));
    }

    /**
     * The app role may give this command, whatever rows it then reaches. A role that outranks row security is judged as
     * if it were an ordinary one: that it is not is a finding of its own.
     */
    public boolean may(Relation relation, Privilege command) {
        return isOutranked()
                ? !held(relation, command).isEmpty()
                : of(relation, command).kind() != AccessKind.DENIED;
    }

    /** The app role reaches every row of the relation by this command. */
    public boolean isOpen(Relation relation, Privilege command) {
        return may(relation, command)
                && (isOutranked()
                        ? !relation.rowSecurity()
                        : of(relation, command).kind() == AccessKind.EVERYTHING);
    }

    /** The commands of {@link #DML} that the app role may give. */
    public Set<Privilege> commands(Relation relation) {
        return DML.stream()
                .filter(command -> may(relation, command))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Privilege.class)));
    }

    public boolean mayWrite(Relation relation) {
        return may(relation, Privilege.INSERT) || may(relation, Privilege.UPDATE) || may(relation, Privilege.DELETE);
    }

    /** The grants by which the app role holds a privilege on a relation in a schema it may use. */
    public List<Grant> held(Relation relation, Privilege privilege) {
        if (!mayUseSchema(relation.name().schema())) {
            return List.of();
        }
        return relation.grants().stream()
                .filter(grant -> grant.privilege() == privilege && isMine(grant))
                .toList();
    }

    public boolean mayUseSchema(String schema) {
        return hasOnSchema(schema, Privilege.USAGE);
    }

    public boolean mayCreateIn(String schema) {
        return hasOnSchema(schema, Privilege.CREATE);
    }

    /** Some schema in which the app role may create and use objects. */
    public boolean mayCreateSomewhere() {
        return mayCreateSchemas()
                || schemas.keySet().stream().anyMatch(schema -> mayCreateIn(schema) && mayUseSchema(schema));
    }

    public boolean mayCreateSchemas() {
        return databaseGrants.stream().anyMatch(grant -> grant.privilege() == Privilege.CREATE && isMine(grant));
    }

    /** May create temporary objects, which come before all others where a search path does not say otherwise. */
    public boolean mayCreateTemporary() {
        return databaseGrants.stream().anyMatch(grant -> grant.privilege() == Privilege.TEMPORARY && isMine(grant));
    }

    /** May call the function: EXECUTE on it and USAGE on its schema. */
    public boolean mayCall(Function function) {
        return mayUseSchema(function.schema())
                && function.grants().stream()
                        .anyMatch(grant -> grant.privilege() == Privilege.EXECUTE && isMine(grant));
    }

    /** Given to PUBLIC, to the app role, or to a role whose rights it has. */
    public boolean isMine(Grant grant) {
        return grant.toPublic() || uses(grant.grantee());
    }

    private boolean hasOnSchema(String name, Privilege privilege) {
        Schema schema = schemas.get(name);
        return schema != null
                && schema.grants().stream().anyMatch(grant -> grant.privilege() == privilege && isMine(grant));
    }

    /** {@code SELECT, INSERT}, for sentences. */
    public static String words(Collection<Privilege> privileges) {
        return privileges.stream().map(Privilege::name).collect(Collectors.joining(", "));
    }

    /** {@code shop_app, public}: through whom privileges are held, for sentences. */
    public static String holders(Collection<Grant> grants) {
        return grants.stream().map(Grant::grantee).distinct().collect(Collectors.joining(", "));
    }
}
