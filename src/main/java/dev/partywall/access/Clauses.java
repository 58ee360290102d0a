package dev.partywall.access;

import dev.partywall.catalog.Policy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One side of the policies that apply, merged: permissive OR, restrictive AND. A policy that has no expression for this
 * side counts for nothing, so a permissive one alone lets no row pass.
 *
 * @param all what must hold together, each once
 * @param evaluated what the server plans: without permissive ones beside a constant true, which it folds away
 */
record Clauses(Set<String> all, List<Clause> evaluated) {
    static final Clauses TRUE = new Clauses(Set.of(), List.of());

    Clauses {
        all = Collections.unmodifiableSet(new LinkedHashSet<>(all));
    }

    /** The merged expression, constants folded. */
    String text() {
        return Predicates.and(all);
    }

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
            return new Clauses(Set.of(open), List.of());
        }
        return new Clauses(Set.of(open), open.equals(Predicates.TRUE) ? List.of() : permissive)
                .and(together(restrictive));
    }

    private static Clauses together(List<Clause> restrictive) {
        Set<String> expressions =
                restrictive.stream().map(Clause::expression).collect(Collectors.toCollection(LinkedHashSet::new));
        return new Clauses(expressions, restrictive);
    }

    Clauses and(Clauses other) {
        return new Clauses(
                Stream.concat(all.stream(), other.all.stream()).collect(Collectors.toCollection(LinkedHashSet::new)),
                Stream.concat(evaluated.stream(), other.evaluated.stream()).toList());
    }

    boolean never() {
        return text().equals(Predicates.FALSE);
    }
}
