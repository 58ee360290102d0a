package dev.partywall.access;

import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import dev.partywall.failure.Failure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Answers what a role can do, from a snapshot alone: privileges first, then row security, through views as whoever's
 * rights count there. May be used by several threads.
 */
public final class AccessModel {
    private final CatalogSnapshot snapshot;
    private final RoleGraph roles;
    private final Evaluation evaluation;
    private final Escapes escapes;

    public AccessModel(CatalogSnapshot snapshot) {
        this.snapshot = snapshot;
        this.roles = new RoleGraph(snapshot);
        this.evaluation = new Evaluation(snapshot, roles);
        this.escapes = new Escapes(snapshot, roles);
    }

    public CatalogSnapshot snapshot() {
        return snapshot;
    }

    public RoleGraph roles() {
        return roles;
    }

    /**
     * What {@code role} can do to {@code relation} by {@code command}, without SET ROLE.
     *
     * @throws Failure when the snapshot has no such role or relation
     */
    public Access of(String role, RelationName relation, Privilege command) {
        Relation target = relation(relation);
        Access bare = evaluation.of(Question.of(role, target, command, false));
        if (command != Privilege.INSERT && command != Privilege.UPDATE && command != Privilege.DELETE) {
            return bare;
        }
        Access reading = evaluation.of(Question.of(role, target, command, true));
        return reading.sameEffect(bare) ? bare : bare.withReading(reading);
    }

    /** What {@code role} could do after SET ROLE, for each role it can become whose access differs from its own. */
    public Map<String, Access> afterSetRole(String role, RelationName relation, Privilege command) {
        Access own = of(role, relation, command);
        Map<String, Access> others = new LinkedHashMap<>();
        for (String other : roles.canBecome(role)) {
            Access access = of(other, relation, command);
            if (!access.sameEffect(own)) {
                others.put(other, access);
            }
        }
        return others;
    }

    Privileges privileges() {
        return evaluation.privileges();
    }

    /** {@code pg_has_role(role, target, 'USAGE')}: has its rights without SET ROLE. A role uses itself. */
    public boolean uses(String role, String target) {
        return roles.uses(role, target);
    }

    /** The roles {@code role} may SET ROLE to, through any number of memberships, itself not included. */
    public Set<String> canBecome(String role) {
        return roles.canBecome(role);
    }

    /**
     * The ways by which {@code role} comes past row security: to a superuser, a role that bypasses it, an owner, or the
     * server's files. Granting itself what it may grant counts too; the shortest way to each, the worst first.
     */
    public List<Escape> escapes(String role) {
        return escapes.of(role);
    }

    /** Every role that {@code role} can become, by SET ROLE alone or after granting itself membership; with the way there. */
    public Map<String, List<Escape.Step>> couldBecome(String role) {
        Map<String, List<Escape.Step>> ways =
                new LinkedHashMap<>(escapes.routes().from(role));
        ways.remove(role);
        return ways;
    }

    /** What {@code row_security_active(relation)} would say to the role. */
    public boolean rowSecurityActive(String role, RelationName relation) {
        return evaluation.rowSecurity().active(role, relation(relation));
    }

    private Relation relation(RelationName name) {
        return snapshot.relation(name)
                .orElseThrow(() -> Failure.usage(
                        "There is no relation " + name + ".",
                        "Check its spelling; partywall inspect lists the relations."));
    }
}
