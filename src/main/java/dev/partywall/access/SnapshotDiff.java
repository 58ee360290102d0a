package dev.partywall.access;

import dev.partywall.access.Change.Direction;
import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.RelationName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What became wider, narrower or merely different for some roles between two snapshots: staging and production, or before
 * and after a migration.
 *
 * @param changes of the roles first, then of functions, settings and schemas, then by relation
 * @param relations how many relations there are on either side
 */
public record SnapshotDiff(List<Change> changes, int relations) {
    public SnapshotDiff {
        changes = List.copyOf(changes);
    }

    /** For the roles given. A role or relation that one side lacks can do nothing there. */
    public static SnapshotDiff between(CatalogSnapshot before, CatalogSnapshot after, Collection<String> roles) {
        AccessModel old = new AccessModel(before);
        AccessModel now = new AccessModel(after);
        List<Change> changes = new ArrayList<>();
        roles.forEach(role -> RoleDiff.compare(old, now, role, changes));
        new RoutineDiff(old, now, roles).compare(changes);
        SettingDiff.compare(before, after, changes);
        Set<RelationName> names = new TreeSet<>();
        before.relations().forEach(relation -> names.add(relation.name()));
        after.relations().forEach(relation -> names.add(relation.name()));
        for (RelationName name : names) {
            int known = changes.size();
            roles.forEach(role -> AccessMatrix.COMMANDS.forEach(
                    command -> change(old, now, role, name, command).ifPresent(changes::add)));
            boolean explained = changes.size() > known;
            DefinitionDiff.compare(before.relation(name), after.relation(name), explained, changes);
        }
        return new SnapshotDiff(changes, names.size());
    }

    public long count(Direction direction) {
        return changes.stream()
                .filter(change -> change.direction() == direction)
                .count();
    }

    /** How many relations differ in nothing. */
    public long same() {
        return relations
                - changes.stream()
                        .map(Change::relation)
                        .filter(Objects::nonNull)
                        .distinct()
                        .count();
    }

    private static Optional<Change> change(
            AccessModel old, AccessModel now, String role, RelationName relation, Privilege command) {
        Optional<Access> before = access(old, role, relation, command);
        Optional<Access> after = access(now, role, relation, command);
        return direction(before, after)
                .map(direction -> new Change(direction, role, relation, command.name(), words(before), words(after)));
    }

    private static Optional<Access> access(AccessModel model, String role, RelationName relation, Privilege command) {
        boolean there = model.snapshot().role(role).isPresent()
                && model.snapshot().relation(relation).isPresent();
        return there ? Optional.of(model.of(role, relation, command)) : Optional.empty();
    }

    private static Optional<Direction> direction(Optional<Access> before, Optional<Access> after) {
        if (before.isPresent() && after.isPresent()) {
            return AccessDiff.between(before.get(), after.get());
        }
        return after.filter(access -> access.kind() != AccessKind.DENIED)
                .map(access -> Direction.WIDER)
                .or(() -> before.filter(access -> access.kind() != AccessKind.DENIED)
                        .map(access -> Direction.NARROWER));
    }

    private static String words(Optional<Access> access) {
        return access.map(SnapshotDiff::words).orElse(Change.ABSENT);
    }

    private static String words(Access access) {
        Access reading = access.reading();
        return reading == null
                ? access.describe()
                : access.describe() + "; with WHERE or RETURNING " + reading.describe();
    }
}
