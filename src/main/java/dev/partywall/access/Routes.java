package dev.partywall.access;

import dev.partywall.access.Escape.Means;
import dev.partywall.access.Escape.Step;
import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.Membership;
import dev.partywall.catalog.Role;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whom a role can become when it also grants itself what it may grant: by ADMIN OPTION, and up to PostgreSQL 15 by
 * CREATEROLE (PostgreSQL 18 and 15, GRANT and section 21.2). The shortest way to each.
 */
final class Routes {
    /** From here on CREATEROLE grants no role by itself, and a membership may go without INHERIT or SET. */
    private static final int OPTIONS_SINCE = 16;

    private static final String DATABASE_OWNER = "pg_database_owner";

    private final CatalogSnapshot snapshot;
    private final RoleGraph roles;
    private final boolean options;

    Routes(CatalogSnapshot snapshot, RoleGraph roles) {
        this.snapshot = snapshot;
        this.roles = roles;
        this.options = snapshot.server().major() >= OPTIONS_SINCE;
    }

    /**
     * The role itself, with no step, and every role it can become. From a superuser that it became it goes no further:
     * SET ROLE asks who logged in, and nothing is left to gain.
     */
    Map<String, List<Step>> from(String role) {
        Map<String, List<Step>> ways = new LinkedHashMap<>(Map.of(role, List.of()));
        Deque<String> waiting = new ArrayDeque<>(List.of(role));
        while (!waiting.isEmpty()) {
            String current = waiting.remove();
            for (Step step : steps(current, role)) {
                if (!ways.containsKey(step.to())) {
                    List<Step> way = new ArrayList<>(ways.getOrDefault(current, List.of()));
                    way.add(step);
                    ways.put(step.to(), List.copyOf(way));
                    waiting.add(step.to());
                }
            }
        }
        return ways;
    }

    private List<Step> steps(String current, String start) {
        List<Step> steps = new ArrayList<>();
        if (roles.role(current).superuser()) {
            Set<String> others = current.equals(start) ? roles.canBecome(start) : Set.of();
            others.forEach(other -> steps.add(new Step(Means.SET_ROLE, current, other)));
            return steps;
        }
        for (Membership membership : roles.membershipsOf(current)) {
            if (membership.set()) {
                steps.add(new Step(Means.SET_ROLE, current, membership.role()));
            }
        }
        administered(current).stream()
                .filter(other -> isGrantable(other) && isFree(other, start))
                .forEach(other -> steps.add(new Step(Means.GRANT_BY_ADMIN_OPTION, current, other)));
        if (!options && roles.role(current).createRole()) {
            snapshot.roles().stream()
                    .map(Role::name)
                    .filter(this::isGrantable)
                    .forEach(other -> steps.add(new Step(Means.GRANT_BY_CREATEROLE, current, other)));
        }
        return steps;
    }

    /** The roles on which it, or a role whose rights it has, holds ADMIN OPTION; up to 15 any role it belongs to counts. */
    private Set<String> administered(String current) {
        Set<String> holders = new LinkedHashSet<>(Set.of(current));
        holders.addAll(options ? roles.inherited(current).keySet() : roles.memberOf(current));
        Set<String> administered = new LinkedHashSet<>();
        holders.forEach(holder -> roles.membershipsOf(holder).stream()
                .filter(Membership::admin)
                .forEach(membership -> administered.add(membership.role())));
        return administered;
    }

    /** Only superusers grant superusers, and nobody is made a member of the database's owner. */
    private boolean isGrantable(String other) {
        return !roles.role(other).superuser() && !other.equals(DATABASE_OWNER);
    }

    /** A role that belongs to the grantee would close a circle. CREATEROLE revokes that membership first. */
    private boolean isFree(String other, String grantee) {
        return !roles.memberOf(other).contains(grantee);
    }
}
