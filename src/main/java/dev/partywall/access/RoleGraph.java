package dev.partywall.access;

import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.Membership;
import dev.partywall.catalog.Role;
import dev.partywall.failure.Failure;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Who has whose rights, and who may become whom (PostgreSQL 18, section 21.3). The owner of the database is a member of
 * {@code pg_database_owner} without being listed as one.
 */
public final class RoleGraph {
    private static final String DATABASE_OWNER = "pg_database_owner";

    /** Before, inheriting is an attribute of the member and holds for all it belongs to. */
    private static final int OPTIONS_SINCE = 16;

    private final CatalogSnapshot snapshot;
    private final Map<String, List<Membership>> byMember = new HashMap<>();
    private final Map<String, Map<String, String>> inherited = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> reachable = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> memberOf = new ConcurrentHashMap<>();

    public RoleGraph(CatalogSnapshot snapshot) {
        this.snapshot = snapshot;
        snapshot.memberships().forEach(this::add);
        if (snapshot.role(DATABASE_OWNER).isPresent()) {
            String owner = snapshot.databaseOwner();
            boolean inherits = snapshot.server().major() >= OPTIONS_SINCE
                    || snapshot.role(owner).map(Role::inherit).orElse(true);
            add(new Membership(DATABASE_OWNER, owner, owner, inherits, true, false));
        }
    }

    private void add(Membership membership) {
        byMember.computeIfAbsent(membership.member(), none -> new ArrayList<>()).add(membership);
    }

    /** @throws Failure when the snapshot has no such role */
    public Role role(String name) {
        return snapshot.role(name)
                .orElseThrow(() -> Failure.usage(
                        "There is no role " + name + ".", "Check its spelling; partywall inspect lists the roles."));
    }

    /** The memberships a role has been given directly. */
    public List<Membership> membershipsOf(String member) {
        return Collections.unmodifiableList(byMember.getOrDefault(member, List.of()));
    }

    /** {@code pg_has_role(role, target, 'USAGE')}: has its rights without SET ROLE. A role uses itself, a superuser all. */
    public boolean uses(String role, String target) {
        return role.equals(target) || role(role).superuser() || inherited(role).containsKey(target);
    }

    /** The roles {@code role} may SET ROLE to, through any number of memberships, itself not included. */
    public Set<String> canBecome(String role) {
        if (!role(role).superuser()) {
            return Collections.unmodifiableSet(reachable(role).keySet());
        }
        Set<String> all = new LinkedHashSet<>();
        snapshot.roles().forEach(other -> all.add(other.name()));
        all.remove(role);
        return all;
    }

    /** From {@code role} to {@code target} by memberships that inherit, both included; empty when there is no way. */
    public List<String> inheritancePath(String role, String target) {
        return path(inherited(role), role, target);
    }

    /** From {@code role} to {@code target} by memberships that allow SET ROLE, both included; empty when there is no way. */
    public List<String> setRolePath(String role, String target) {
        return path(reachable(role), role, target);
    }

    /** The roles whose rights it has, each with the one before it on the way there. */
    Map<String, String> inherited(String role) {
        return inherited.computeIfAbsent(role, from -> search(from, Membership::inherit));
    }

    /** The roles it belongs to in any way, whether or not it may use that. */
    Set<String> memberOf(String role) {
        return memberOf.computeIfAbsent(role, from -> search(from, membership -> true))
                .keySet();
    }

    private Map<String, String> reachable(String role) {
        return reachable.computeIfAbsent(role, from -> search(from, Membership::set));
    }

    /** Every role reached, with the one it was reached from; the shortest way first. */
    private Map<String, String> search(String from, Predicate<Membership> open) {
        Map<String, String> cameFrom = new LinkedHashMap<>();
        Deque<String> waiting = new ArrayDeque<>(List.of(from));
        while (!waiting.isEmpty()) {
            String member = waiting.remove();
            for (Membership membership : membershipsOf(member)) {
                String role = membership.role();
                if (open.test(membership) && !role.equals(from) && cameFrom.putIfAbsent(role, member) == null) {
                    waiting.add(role);
                }
            }
        }
        return cameFrom;
    }

    private static List<String> path(Map<String, String> cameFrom, String from, String to) {
        List<String> steps = new ArrayList<>();
        String step = to;
        while (!step.equals(from)) {
            steps.addFirst(step);
            String previous = cameFrom.get(step);
            if (previous == null) {
                return List.of();
            }
            step = previous;
        }
        steps.addFirst(from);
        return steps;
    }
}
