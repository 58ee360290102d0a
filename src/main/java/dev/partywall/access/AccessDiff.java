package dev.partywall.access;

import dev.partywall.access.Change.Direction;
import dev.partywall.catalog.Policy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which way one access went between two snapshots. */
final class AccessDiff {
    private AccessDiff() {}

    /** Empty when the server does the same in both. A difference that cannot be ordered is DIFFERENT. */
    static Optional<Direction> between(Access before, Access after) {
        List<Direction> ways = new ArrayList<>();
        if (before.kind() != after.kind()) {
            ways.add(byKind(before.kind(), after.kind()));
        } else if (!before.sameEffect(after)) {
            ways.add(byPolicies(before, after));
        } else if (before.kind() == AccessKind.UNDECIDED) {
            ways.addAll(behind(before.through(), after.through()));
        }
        byColumns(before.columns(), after.columns()).ifPresent(ways::add);
        reading(before, after).ifPresent(ways::add);
        return ways.stream().reduce(Direction::with);
    }

    /** What cannot be told of a view is told of what it reads. */
    private static List<Direction> behind(List<Access.Base> before, List<Access.Base> after) {
        List<String> readers = before.stream().map(AccessDiff::reader).toList();
        if (!readers.equals(after.stream().map(AccessDiff::reader).toList())) {
            return List.of(Direction.DIFFERENT);
        }
        List<Direction> ways = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            between(before.get(i).access(), after.get(i).access()).ifPresent(ways::add);
        }
        return ways;
    }

    private static String reader(Access.Base base) {
        return base.relation() + " as " + base.as();
    }

    private static Optional<Direction> reading(Access before, Access after) {
        boolean plain = before.reading() == null && after.reading() == null;
        return plain ? Optional.empty() : between(alone(before.whenReading()), alone(after.whenReading()));
    }

    /** Without the variant that reads, which is compared by itself. */
    private static Access alone(Access access) {
        return new Access(
                access.kind(),
                access.relation(),
                access.predicate(),
                access.check(),
                access.columns(),
                access.policies(),
                access.path(),
                access.through(),
                null);
    }

    private static Direction byKind(AccessKind before, AccessKind after) {
        if (before == AccessKind.UNDECIDED || after == AccessKind.UNDECIDED) {
            return Direction.DIFFERENT;
        }
        return after.compareTo(before) > 0 ? Direction.WIDER : Direction.NARROWER;
    }

    private static Optional<Direction> byColumns(@Nullable List<String> before, @Nullable List<String> after) {
        if (Objects.equals(before, after)) {
            return Optional.empty();
        }
        if (after == null || (before != null && after.containsAll(before))) {
            return Optional.of(Direction.WIDER);
        }
        return Optional.of(before == null || before.containsAll(after) ? Direction.NARROWER : Direction.DIFFERENT);
    }

    /** A permissive expression more widens, a restrictive one more narrows; a changed one cannot be ordered. */
    private static Direction byPolicies(Access before, Access after) {
        Set<String> open = expressions(before, Policy::permissive);
        Set<String> opened = expressions(after, Policy::permissive);
        Set<String> shut = expressions(before, policy -> !policy.permissive());
        Set<String> shutNow = expressions(after, policy -> !policy.permissive());
        if (opened.containsAll(open) && shut.containsAll(shutNow)) {
            return Direction.WIDER;
        }
        return open.containsAll(opened) && shutNow.containsAll(shut) ? Direction.NARROWER : Direction.DIFFERENT;
    }

    private static Set<String> expressions(Access access, Predicate<Policy> which) {
        return access.policies().stream()
                .filter(which)
                .map(policy -> policy.command() + " " + policy.using() + " " + policy.withCheck())
                .collect(Collectors.toCollection(HashSet::new));
    }
}
