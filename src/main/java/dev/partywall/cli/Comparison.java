package dev.partywall.cli;

import dev.partywall.access.Change.Direction;
import dev.partywall.access.SnapshotDiff;
import dev.partywall.catalog.Role;
import dev.partywall.failure.Failure;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two snapshots held against each other.
 *
 * @param roles those compared
 */
record Comparison(ComparedSide before, ComparedSide after, List<String> roles, SnapshotDiff diff) {
    /**
     * For one role, or for the app roles of both sides; where neither side says who that is, for every role that is
     * neither a superuser nor comes with the server.
     *
     * @throws Failure when neither side has the role
     */
    static Comparison of(ComparedSide before, ComparedSide after, @Nullable String role) {
        List<String> roles = role == null ? usual(before, after) : List.of(known(before, after, role));
        return new Comparison(before, after, roles, SnapshotDiff.between(before.snapshot(), after.snapshot(), roles));
    }

    /** 1 when something became wider, or changed in a way that may be wider. */
    int exit() {
        return diff.count(Direction.WIDER) + diff.count(Direction.DIFFERENT) == 0 ? 0 : 1;
    }

    private static String known(ComparedSide before, ComparedSide after, String role) {
        if (before.snapshot().role(role).isEmpty()
                && after.snapshot().role(role).isEmpty()) {
            throw Failure.usage(
                    "There is no role " + role + " on either side.", "Check the spelling; role names keep their case.");
        }
        return role;
    }

    private static List<String> usual(ComparedSide before, ComparedSide after) {
        List<String> apps = Stream.of(before.appRole(), after.appRole())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (!apps.isEmpty()) {
            return apps;
        }
        Set<String> all = new TreeSet<>();
        Stream.of(before, after)
                .flatMap(side -> side.snapshot().roles().stream())
                .filter(role -> !role.superuser() && !role.name().startsWith("pg_"))
                .map(Role::name)
                .forEach(all::add);
        return List.copyOf(all);
    }
}
