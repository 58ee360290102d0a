package dev.partywall.browse;

import dev.partywall.catalog.Policy;
import dev.partywall.expression.Expression;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What policies depend on besides the row and the settings, and what that means for an explanation. */
final class Remarks {
    private static final Set<String> SELF = Set.of("current_user", "current_role", "user", "session_user");
    private static final Set<String> HARMLESS =
            Set.of("current_setting", "nullif", "coalesce", "lower", "upper", "now", "current_date");

    private Remarks() {}

    /** @param role who looks */
    static List<String> of(List<Policy> policies, String role) {
        return policies.stream().flatMap(policy -> of(policy, role)).distinct().toList();
    }

    private static Stream<String> of(Policy policy, String role) {
        if (policy.using() == null) {
            return Stream.empty();
        }
        List<Expression> inside = Expression.parse(policy.using()).walk().toList();
        Set<String> calls = new TreeSet<>();
        inside.forEach(part -> {
            if (part instanceof Expression.Call call && !HARMLESS.contains(call.name())) {
                calls.add(call.name());
            }
        });
        boolean self = calls.stream().anyMatch(SELF::contains);
        calls.removeAll(SELF);
        boolean selects = inside.stream()
                .anyMatch(part -> part instanceof Expression.SubSelect || part instanceof Expression.Exists);
        return Stream.of(
                        self
                                ? "Policy " + policy.name() + " asks who is logged in: here " + role
                                        + "; another role may see other rows."
                                : "",
                        selects
                                ? "Policy " + policy.name() + " reads other rows, and sees only those that " + role
                                        + " may see: a hidden one there hides this one."
                                : "",
                        calls.isEmpty()
                                ? ""
                                : "Policy " + policy.name() + " calls " + String.join(", ", calls) + ", evaluated as "
                                        + role + ".")
                .filter(sentence -> !sentence.isEmpty());
    }
}
