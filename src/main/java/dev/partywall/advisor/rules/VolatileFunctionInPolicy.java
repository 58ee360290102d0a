package dev.partywall.advisor.rules;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.PerRow;
import dev.partywall.advisor.PolicyFindings;
import dev.partywall.advisor.PolicyReview;
import dev.partywall.advisor.ReviewedPolicy;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import dev.partywall.catalog.Function;
import dev.partywall.catalog.ObjectRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A policy calls a volatile function for every row. */
public final class VolatileFunctionInPolicy implements Rule {
    private static final Pattern WRITES =
            Pattern.compile("(?i)\\b(insert|update|delete|merge|set_config|nextval|random|clock_timestamp|perform)\\b");

    @Override
    public String id() {
        return "policy-perf-volatile";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        PolicyReview review = PolicyReview.of(inspection);
        PerRow perRow = new PerRow(review.knowledge());
        Map<Function, List<ReviewedPolicy>> callers = new LinkedHashMap<>();
        review.tables().stream()
                .flatMap(table -> table.policies().stream())
                .forEach(policy -> policy.conditions().stream()
                        .flatMap(condition -> perRow.functions(policy.read(condition), policy.table()).stream())
                        .filter(function -> function.volatility() == Function.Volatility.VOLATILE)
                        .forEach(function -> callers.computeIfAbsent(function, key -> new ArrayList<>())
                                .add(policy)));
        return callers.entrySet().stream()
                .map(entry -> finding(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Finding finding(Function function, List<ReviewedPolicy> callers) {
        boolean writes =
                function.body() == null || WRITES.matcher(function.body()).find();
        return new Finding(
                id(),
                Severity.LOW,
                Direction.NEUTRAL,
                ObjectRef.function(function),
                "Policies call the volatile function " + function.signature() + " for every row",
                "PostgreSQL may not assume that a volatile function gives the same result twice: it calls it once a row and can use no index for the comparison.",
                callers.stream()
                        .distinct()
                        .limit(5)
                        .map(policy -> PolicyFindings.evidence(
                                policy, policy.conditions().getFirst()))
                        .collect(Collectors.joining("\n")),
                writes
                        ? "Write a STABLE function that only reads the setting, and let the policies call that."
                        : "ALTER FUNCTION " + function.signature() + " STABLE;");
    }
}
