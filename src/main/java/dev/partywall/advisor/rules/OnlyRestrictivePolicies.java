package dev.partywall.advisor.rules;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.PolicyFindings;
import dev.partywall.advisor.PolicyReview;
import dev.partywall.advisor.Remedy;
import dev.partywall.advisor.ReviewedPolicy;
import dev.partywall.advisor.ReviewedTable;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import dev.partywall.advisor.TenantPredicate;
import java.util.List;
import java.util.stream.Collectors;

/** All policies are restrictive: they only take away, and nothing is given. */
public final class OnlyRestrictivePolicies implements Rule {
    @Override
    public String id() {
        return "policy-restrictive-only";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        PolicyReview review = PolicyReview.of(inspection);
        return review.tables().stream()
                .filter(table ->
                        !table.policies().isEmpty() && table.permissive().isEmpty())
                .map(table -> finding(review, table))
                .toList();
    }

    private Finding finding(PolicyReview review, ReviewedTable table) {
        ReviewedPolicy first = table.policies().getFirst();
        return new Finding(
                id(),
                Severity.MEDIUM,
                Direction.FAIL_CLOSED,
                PolicyFindings.object(first),
                "All policies on " + table.relation().name() + " are restrictive, so nobody sees anything",
                "A restrictive policy narrows what permissive ones grant. Without a permissive one the answer is always nothing: no leak, but every tenant misses its rows.",
                table.policies().stream()
                        .map(policy -> PolicyFindings.evidence(policy, String.join("; ", policy.conditions())))
                        .collect(Collectors.joining("\n")),
                new TenantPredicate(review.landscape())
                        .of(table.relation())
                        .map(condition -> Remedy.policy(table.relation(), condition))
                        .orElse("Add a permissive policy with the condition that the restrictive one has."));
    }
}
