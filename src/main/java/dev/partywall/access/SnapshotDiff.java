package dev.partywall.access;

import dev.partywall.access.Change.Direction;
import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.RelationName;
import dev.partywall.catalog.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What became wider, narrower or merely different for some roles between two snapshots: staging and production, or before
 * and after a migration.
 *
 * @param changes of the roles themselves first, then by relation
 */
public record SnapshotDiff(List<Change> changes) {
    private static final String ABSENT = "not there";

    public SnapshotDiff {
        changes = List.copyOf(changes);
    }

    /** For the roles given. A role or relation that one side lacks can do nothing there. */
    public static SnapshotDiff between(CatalogSnapshot before, CatalogSnapshot after, Collection<String> roles) {
        AccessModel old = new AccessModel(before);
        AccessModel now = new AccessModel(after);
        List<Change> changes = new ArrayList<>();
        roles.forEach(role -> compareRole(old, now, role, changes));
        Set<RelationName> names = new TreeSet<>();
        before.relations().forEach(relation -> names.add(relation.name()));
        after.relations().forEach(relation -> names.add(relation.name()));
        for (RelationName name : names) {
            roles.forEach(role -> AccessMatrix.COMMANDS.forEach(
                    command -> change(old, now, role, name, command).ifPresent(changes::add)));
        }
        return new SnapshotDiff(changes);
    }

    private static Optional<Change> change(
            AccessModel old, AccessModel now, String role, RelationName relation, Privilege command) {
        Optional<Access> before = access(old, role, relation, command);
        Optional<Access> after = access(now, role, relation, command);
        return direction(before, after)
                .map(direction -> new Change(direction, role, relation, command, words(before), words(after)));
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
        return access.map(SnapshotDiff::words).orElse(ABSENT);
    }

    private static String words(Access access) {
        Access reading = access.reading();
        return reading == null
                ? access.describe()
                : access.describe() + "; with WHERE or RETURNING " + reading.describe();
    }

    private static void compareRole(AccessModel old, AccessModel now, String role, List<Change> changes) {
        Optional<Role> before = old.snapshot().role(role);
        Optional<Role> after = now.snapshot().role(role);
        if (before.isEmpty() || after.isEmpty()) {
            if (before.isPresent() != after.isPresent()) {
                boolean came = after.isPresent();
                changes.add(ofRole(came, role, came ? ABSENT : "there", came ? "there" : ABSENT));
            }
            return;
        }
        attribute("SUPERUSER", Role::superuser, before.get(), after.get(), changes);
        attribute("BYPASSRLS", Role::bypassRls, before.get(), after.get(), changes);
        attribute("CREATEROLE", Role::createRole, before.get(), after.get(), changes);
        attribute("REPLICATION", Role::replication, before.get(), after.get(), changes);
        attribute("LOGIN", Role::login, before.get(), after.get(), changes);
        reach("may SET ROLE ", role, old.canBecome(role), now.canBecome(role), changes);
        reach("has the rights of ", role, used(old, role), used(now, role), changes);
    }

    private static Change ofRole(boolean wider, String role, String before, String after) {
        return new Change(wider ? Direction.WIDER : Direction.NARROWER, role, null, null, before, after);
    }

    private static void attribute(
            String name, Predicate<Role> attribute, Role before, Role after, List<Change> changes) {
        if (attribute.test(before) != attribute.test(after)) {
            boolean wider = attribute.test(after);
            String without = "NO" + name;
            changes.add(ofRole(wider, after.name(), wider ? without : name, wider ? name : without));
        }
    }

    private static Set<String> used(AccessModel model, String role) {
        return model.roles().inherited(role).keySet();
    }

    private static void reach(String words, String role, Set<String> before, Set<String> after, List<Change> changes) {
        Set<String> all = new TreeSet<>(before);
        all.addAll(after);
        for (String other : all) {
            boolean had = before.contains(other);
            boolean has = after.contains(other);
            if (had != has) {
                String yes = words + other;
                changes.add(ofRole(has, role, has ? "no" : yes, has ? yes : "no"));
            }
        }
    }
}
