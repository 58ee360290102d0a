package dev.partywall.access;

import dev.partywall.access.Escape.Gain;
import dev.partywall.access.Escape.Means;
import dev.partywall.access.Escape.Step;
import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the ways past row security that a role's memberships open. */
final class Escapes {
    private static final Set<String> SERVER_ROLES =
            Set.of("pg_execute_server_program", "pg_read_server_files", "pg_write_server_files");

    private final RoleGraph roles;
    private final Routes routes;
    private final Map<String, List<Relation>> owned = new LinkedHashMap<>();

    Escapes(CatalogSnapshot snapshot, RoleGraph roles) {
        this.roles = roles;
        this.routes = new Routes(snapshot, roles);
        snapshot.relations().stream()
                .filter(Relation::isTable)
                .forEach(table -> owned.computeIfAbsent(table.owner(), none -> new ArrayList<>())
                        .add(table));
    }

    Routes routes() {
        return routes;
    }

    /** One for each role and gain, the shortest; the worst first. From a superuser on no further way is listed. */
    List<Escape> of(String role) {
        if (roles.role(role).superuser()) {
            return List.of(new Escape(role, Gain.SUPERUSER, "is a superuser", List.of()));
        }
        List<Escape> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        routes.from(role).forEach((reached, way) -> {
            at(reached, way)
                    .filter(escape -> seen.add(escape.gain() + " " + escape.role()))
                    .forEach(found::add);
        });
        found.sort(Comparator.comparing(Escape::gain)
                .thenComparing(it -> it.steps().size()));
        return found;
    }

    /** What the role has itself, and what it inherits: ownership is inherited, attributes are not. */
    private Stream<Escape> at(String reached, List<Step> way) {
        Stream<Escape> own = Stream.concat(attributes(roles.role(reached), way), rights(reached, way));
        Stream<Escape> inherited = roles.inherited(reached).keySet().stream()
                .flatMap(other -> rights(
                        other,
                        Stream.concat(way.stream(), inheritance(reached, other)).toList()));
        return Stream.concat(own, inherited);
    }

    private Stream<Step> inheritance(String from, String to) {
        List<String> path = roles.inheritancePath(from, to);
        return Stream.iterate(1, i -> i < path.size(), i -> i + 1)
                .map(i -> new Step(Means.INHERITS, path.get(i - 1), path.get(i)));
    }

    private static Stream<Escape> attributes(Role role, List<Step> way) {
        Stream.Builder<Escape> gains = Stream.builder();
        if (role.superuser()) {
            gains.add(new Escape(role.name(), Gain.SUPERUSER, "is a superuser", way));
        } else if (role.bypassRls()) {
            gains.add(new Escape(role.name(), Gain.BYPASSRLS, "bypasses row security", way));
        }
        if (role.replication() && !role.superuser()) {
            gains.add(new Escape(role.name(), Gain.REPLICATION, "may read every row from the write-ahead log", way));
        }
        return gains.build();
    }

    private Stream<Escape> rights(String name, List<Step> way) {
        Stream.Builder<Escape> gains = Stream.builder();
        if (SERVER_ROLES.contains(name)) {
            gains.add(new Escape(name, Gain.SERVER, "reaches files or programs of the server", way));
        }
        List<Relation> tables = owned.getOrDefault(name, List.of());
        if (!tables.isEmpty() && !roles.role(name).superuser()) {
            String more = tables.size() == 1 ? "" : " and " + (tables.size() - 1) + " more";
            gains.add(new Escape(name, Gain.OWNER, "owns " + tables.getFirst().name() + more, way));
        }
        return gains.build();
    }
}
