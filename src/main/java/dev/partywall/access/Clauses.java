package dev.partywall.access;

import dev.partywall.catalog.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One side of the policies that apply, merged: permissive OR, restrictive AND. A policy that has no expression for this
 * side counts for nothing, so a permissive one alone lets no row pass.
 *
 * @param text the merged expression, constants folded
 * @param evaluated what the server plans: without permissive ones beside a constant true, which it folds away
 */
record Clauses(String text, List<Clause> evaluated) {
    static final Clauses TRUE = new Clauses(Predicates.TRUE, List.of());

    static Clauses using(List<Policy> policies) {
        return merged(policies, Policy::using);
    }

    /** A policy without WITH CHECK is checked by its USING. */
    static Clauses check(List<Policy> policies) {
        return merged(policies, policy -> policy.withCheck() != null ? policy.withCheck() : policy.using());
    }

    private static Clauses merged(List<Policy> policies, Function<Policy, @Nullable String> side) {
        List<Clause> permissive = new ArrayList<>();
        List<Clause> restrictive = new ArrayList<>();
        for (Policy policy : policies) {
            String expression = side.apply(policy);
            if (expression != null) {
                (policy.permissive() ? permissive : restrictive).add(new Clause(policy, expression));
            }
        }
        String open = Predicates.or(permissive.stream().map(Clause::expression).toList());
        if (permissive.isEmpty()) {
            return new Clauses(open, List.of());
        }
        return new Clauses(open, open.equals(Predicates.TRUE) ? List.of() : permissive).and(all(restrictive));
    }

    private static Clauses all(List<Clause> restrictive) {
        return new Clauses(
                Predicates.and(restrictive.stream().map(Clause::expression).toList()), restrictive);
    }

    Clauses and(Clauses other) {
        return new Clauses(
                Predicates.and(List.of(text, other.text)),
                Stream.concat(evaluated.stream(), other.evaluated.stream()).toList());
    }

    boolean never() {
        return text.equals(Predicates.FALSE);
    }
}
