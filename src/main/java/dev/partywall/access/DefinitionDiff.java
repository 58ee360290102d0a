package dev.partywall.access;

import dev.partywall.access.Change.Direction;
import dev.partywall.catalog.Policy;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import dev.partywall.catalog.Trigger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What differs in a relation itself, whoever asks: row security, owner, policies, triggers, what a view says. */
final class DefinitionDiff {
    private DefinitionDiff() {}

    /**
     * Nothing where one side lacks the relation: what roles can do there says it.
     *
     * @param explained whether some role's access differs: then it tells what the policies do, and they are left out
     */
    static void compare(Optional<Relation> before, Optional<Relation> after, boolean explained, List<Change> changes) {
        if (before.isPresent() && after.isPresent()) {
            compare(before.get(), after.get(), changes);
            if (!explained) {
                policies(before.get(), after.get(), changes);
            }
        }
    }

    private static void policies(Relation before, Relation after, List<Change> changes) {
        texts(
                after.name(),
                "policy ",
                named(before.policies(), Policy::name, DefinitionDiff::words),
                named(after.policies(), Policy::name, DefinitionDiff::words),
                changes);
    }

    private static void compare(Relation before, Relation after, List<Change> changes) {
        RelationName name = after.name();
        guard(name, "row security", before.rowSecurity(), after.rowSecurity(), changes);
        guard(name, "FORCE", before.forced(), after.forced(), changes);
        text(name, "owner", before.owner(), after.owner(), changes);
        text(name, "kind", before.kind().name(), after.kind().name(), changes);
        texts(
                name,
                "trigger ",
                named(before.triggers(), Trigger::name, DefinitionDiff::words),
                named(after.triggers(), Trigger::name, DefinitionDiff::words),
                changes);
        view(name, before.view(), after.view(), changes);
    }

    /** Row security off is wider, on is narrower. */
    private static void guard(RelationName name, String what, boolean before, boolean after, List<Change> changes) {
        if (before != after) {
            changes.add(new Change(
                    after ? Direction.NARROWER : Direction.WIDER,
                    null,
                    name,
                    what,
                    before ? "on" : "off",
                    after ? "on" : "off"));
        }
    }

    private static void text(RelationName name, String what, String before, String after, List<Change> changes) {
        if (!before.equals(after)) {
            changes.add(Change.replaced(name, what, before, after));
        }
    }

    private static void texts(
            RelationName name, String what, Map<String, String> before, Map<String, String> after, List<Change> all) {
        TreeSet<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        keys.forEach(key -> text(
                name,
                what + key,
                before.getOrDefault(key, Change.ABSENT),
                after.getOrDefault(key, Change.ABSENT),
                all));
    }

    private static <T> Map<String, String> named(List<T> parts, Function<T, String> name, Function<T, String> words) {
        return parts.stream().collect(Collectors.toMap(name, words, (one, other) -> one, TreeMap::new));
    }

    private static String words(Policy policy) {
        return (policy.permissive() ? "permissive " : "restrictive ") + policy.command() + " to "
                + String.join(", ", policy.roles().stream().sorted().toList())
                + (policy.using() == null ? "" : " using " + policy.using())
                + (policy.withCheck() == null ? "" : " with check " + policy.withCheck());
    }

    private static String words(Trigger trigger) {
        return trigger.definition() + (trigger.enabled() ? "" : " (disabled)");
    }

    private static void view(
            RelationName name, Relation.@Nullable View before, Relation.@Nullable View after, List<Change> changes) {
        if (before != null && after != null) {
            text(name, "definition", before.definition(), after.definition(), changes);
            text(name, "security_invoker", word(before.securityInvoker()), word(after.securityInvoker()), changes);
            text(name, "security_barrier", word(before.securityBarrier()), word(after.securityBarrier()), changes);
        } else if (!Objects.equals(before, after)) {
            changes.add(Change.replaced(name, "view", word(before != null), word(after != null)));
        }
    }

    private static String word(boolean on) {
        return on ? "on" : "off";
    }
}
