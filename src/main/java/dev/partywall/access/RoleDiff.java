package dev.partywall.access;

import dev.partywall.catalog.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What differs in a role itself: attributes, whose rights it has, whom it can become, how it comes past row security. */
final class RoleDiff {
    private static final Map<String, Predicate<Role>> ATTRIBUTES = Map.of(
            "SUPERUSER", Role::superuser,
            "BYPASSRLS", Role::bypassRls,
            "CREATEROLE", Role::createRole,
            "REPLICATION", Role::replication,
            "LOGIN", Role::login);

    private RoleDiff() {}

    static void compare(AccessModel old, AccessModel now, String role, List<Change> changes) {
        Optional<Role> before = old.snapshot().role(role);
        Optional<Role> after = now.snapshot().role(role);
        if (before.isEmpty() || after.isEmpty()) {
            if (before.isPresent() != after.isPresent()) {
                changes.add(Change.toggled(after.isPresent(), role, null, "the role"));
            }
            return;
        }
        sets(role, "", attributes(before.get()), attributes(after.get()), changes);
        sets(role, "may SET ROLE ", old.canBecome(role), now.canBecome(role), changes);
        sets(role, "has the rights of ", inherited(old, role), inherited(now, role), changes);
        sets(role, "escape: ", escapes(old, role), escapes(now, role), changes);
    }

    private static Set<String> attributes(Role role) {
        Set<String> held = new TreeSet<>();
        ATTRIBUTES.forEach((name, attribute) -> {
            if (attribute.test(role)) {
                held.add(name);
            }
        });
        return held;
    }

    private static Set<String> inherited(AccessModel model, String role) {
        return model.roles().inherited(role).keySet();
    }

    /** Where the ways past row security lead; the ways themselves show in the memberships. */
    private static Set<String> escapes(AccessModel model, String role) {
        Set<String> ends = new TreeSet<>();
        model.escapes(role).forEach(escape -> ends.add(escape.gain() + " through " + escape.role()));
        return ends;
    }

    private static void sets(String role, String words, Set<String> before, Set<String> after, List<Change> changes) {
        Set<String> all = new TreeSet<>(before);
        all.addAll(after);
        for (String one : all) {
            if (before.contains(one) != after.contains(one)) {
                changes.add(Change.toggled(after.contains(one), role, null, words + one));
            }
        }
    }
}
