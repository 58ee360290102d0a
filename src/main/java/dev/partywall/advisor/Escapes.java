package dev.partywall.advisor;

import dev.partywall.access.AccessKind;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.Membership;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.Role;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ways in which the app role's memberships lead past row security (PostgreSQL 18, sections 21.3 and 21.5). */
public final class Escapes {
    /** Predefined roles that reach files or programs of the server, hence everything. */
    private static final List<String> SERVER_ROLES =
            List.of("pg_execute_server_program", "pg_read_server_files", "pg_write_server_files");

    private static final int OPTIONS_PER_MEMBERSHIP = 160000;

    /**
     * One way.
     *
     * @param meaning what the app role gains, one sentence
     * @param path the memberships that lead there
     */
    public record Escape(String role, Severity severity, String meaning, String path, String fix) {}

    /** How a role is come to: by which first membership, and whether its rights come without SET ROLE. */
    private record Route(Membership first, String path, boolean inherited) {}

    private final Landscape landscape;
    private final String app;
    private final int server;

    public Escapes(Landscape landscape) {
        this.landscape = landscape;
        this.app = landscape.reach().app();
        this.server = landscape.snapshot().server().number();
    }

    public List<Escape> all() {
        List<Escape> found = new ArrayList<>();
        createRole().ifPresent(found::add);
        routes().forEach((role, route) -> judge(role, route).ifPresent(found::add));
        found.sort(Comparator.comparing(Escape::severity).thenComparing(Escape::role));
        return found;
    }

    /** Up to PostgreSQL 15, CREATEROLE grants any role that is not a superuser to itself. */
    private Optional<Escape> createRole() {
        return landscape
                .snapshot()
                .role(app)
                .filter(Role::createRole)
                .map(role -> new Escape(
                        app,
                        server < OPTIONS_PER_MEMBERSHIP ? Severity.HIGH : Severity.LOW,
                        server < OPTIONS_PER_MEMBERSHIP
                                ? "With CREATEROLE it may grant itself every role that is not a superuser."
                                : "With CREATEROLE it may make roles and grant them what it has.",
                        app + " has CREATEROLE",
                        "ALTER ROLE " + Identifiers.quote(app) + " NOCREATEROLE;"));
    }

    /** Every role the app role inherits or can become, each by the route that gives most. */
    private Map<String, Route> routes() {
        Map<String, Route> routes = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(app));
        while (!open.isEmpty()) {
            String member = open.poll();
            for (Membership membership : landscape.snapshot().memberships()) {
                if (membership.member().equals(member)
                        && isUsable(membership)
                        && !membership.role().equals(app)) {
                    Route route = next(routes.get(member), membership);
                    if (isBetter(route, routes.get(membership.role()))) {
                        routes.put(membership.role(), route);
                        open.add(membership.role());
                    }
                }
            }
        }
        return routes;
    }

    private static boolean isUsable(Membership membership) {
        return membership.inherit() || membership.set() || membership.admin();
    }

    private static boolean isBetter(Route route, @Nullable Route known) {
        return known == null || (route.inherited() && !known.inherited());
    }

    private static Route next(@Nullable Route before, Membership membership) {
        boolean inherited = membership.inherit() && (before == null || before.inherited());
        String path = membership.member() + " is a member of " + membership.role();
        return before == null
                ? new Route(membership, path, inherited)
                : new Route(before.first(), before.path() + ", " + path, inherited);
    }

    private Optional<Escape> judge(String name, Route route) {
        return landscape
                .snapshot()
                .role(name)
                .flatMap(role -> gain(role, route).map(gain -> escape(name, route, gain)));
    }

    private record Gain(Severity severity, String meaning) {}

    private static Escape escape(String name, Route route, Gain gain) {
        Membership first = route.first();
        String fix = "REVOKE " + Identifiers.quote(first.role()) + " FROM " + Identifiers.quote(first.member())
                + (first.grantor().isEmpty() ? "" : " GRANTED BY " + Identifiers.quote(first.grantor())) + ";";
        return new Escape(name, gain.severity(), gain.meaning(), route.path(), fix);
    }

    private Optional<Gain> gain(Role role, Route route) {
        String name = role.name();
        if (SERVER_ROLES.contains(name)) {
            return gain(Severity.CRITICAL, name + " reaches files or programs of the server.");
        }
        if (role.superuser()) {
            return gain(Severity.CRITICAL, "SET ROLE " + name + " makes it a superuser.");
        }
        if (role.bypassRls()) {
            return gain(Severity.HIGH, "SET ROLE " + name + " makes it a role that bypasses row security.");
        }
        if (role.createRole() && server < OPTIONS_PER_MEMBERSHIP) {
            return gain(Severity.HIGH, "As " + name + " it may grant itself every role that is not a superuser.");
        }
        if (landscape.tenancy().loginRoles().containsValue(name)) {
            return gain(Severity.HIGH, "SET ROLE " + name + " makes it another tenant: that is whose login it is.");
        }
        return ownership(name, route).or(() -> predefined(name)).or(() -> policies(name, route));
    }

    private Optional<Gain> ownership(String name, Route route) {
        List<Relation> owned = landscape.tables().stream()
                .filter(table -> table.owner().equals(name)
                        && (landscape.holdsTenantRows(table) || landscape.part(table) == Part.REGISTRY))
                .toList();
        List<Relation> unforced = owned.stream()
                .filter(table -> !table.forced() && table.rowSecurity())
                .toList();
        if (!unforced.isEmpty() && route.inherited()) {
            return gain(
                    Severity.CRITICAL,
                    "It inherits the owner " + name + ", whom row security does not bind on "
                            + unforced.getFirst().name() + and(unforced.size() - 1) + ".");
        }
        return owned.isEmpty()
                ? Optional.empty()
                : gain(
                        Severity.HIGH,
                        "With the rights of " + name + " it may switch row security off on "
                                + owned.getFirst().name() + and(owned.size() - 1) + ".");
    }

    private static Optional<Gain> predefined(String name) {
        return switch (name) {
            case "pg_read_all_data", "pg_write_all_data" ->
                gain(
                        Severity.MEDIUM,
                        name + " gives it privileges on every table, those without row security included.");
            case "pg_maintain", "pg_signal_backend", "pg_read_all_stats", "pg_monitor" ->
                gain(Severity.LOW, name + " lets it see or disturb other tenants' sessions.");
            default -> Optional.empty();
        };
    }

    /** Another role's policies may let in what the app role's do not. */
    private Optional<Gain> policies(String name, Route route) {
        if (route.inherited()) {
            return Optional.empty();
        }
        return landscape.tenantTables().stream()
                .filter(Relation::rowSecurity)
                .filter(table -> !landscape.reach().isOpen(table, Privilege.SELECT))
                .filter(table -> seesAll(name, table) || landscape.reach().isExempt(name, table))
                .findFirst()
                .flatMap(table ->
                        gain(Severity.HIGH, "SET ROLE " + name + " shows it every row of " + table.name() + "."));
    }

    private boolean seesAll(String role, Relation table) {
        return landscape
                        .inspection()
                        .access()
                        .of(role, table.name(), Privilege.SELECT)
                        .kind()
                == AccessKind.EVERYTHING;
    }

    private static String and(int more) {
        return more == 0 ? "" : " and " + more + " more tables";
    }

    private static Optional<Gain> gain(Severity severity, String meaning) {
        return Optional.of(new Gain(severity, meaning));
    }
}
