package dev.partywall.advisor.rules;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.PerRow;
import dev.partywall.advisor.PolicyFindings;
import dev.partywall.advisor.PolicyReview;
import dev.partywall.advisor.ReviewedPolicy;
import dev.partywall.advisor.ReviewedTable;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import java.util.List;
import java.util.Optional;

/** A policy runs a sub-select for every row. */
public final class SubSelectPerRow implements Rule {
    @Override
    public String id() {
        return "policy-perf-subquery";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        PolicyReview review = PolicyReview.of(inspection);
        PerRow perRow = new PerRow(review.knowledge());
        return review.tables().stream()
                .flatMap(table -> correlated(perRow, table).stream())
                .map(this::finding)
                .toList();
    }

    private static Optional<ReviewedPolicy> correlated(PerRow perRow, ReviewedTable table) {
        return table.policies().stream()
                .filter(policy -> policy.conditions().stream()
                        .anyMatch(condition -> perRow.hasCorrelatedSubSelect(policy.read(condition), table.relation())))
                .findFirst();
    }

    private Finding finding(ReviewedPolicy policy) {
        return new Finding(
                id(),
                Severity.LOW,
                Direction.NEUTRAL,
                PolicyFindings.object(policy),
                "Policy " + policy.policy().name() + " on " + policy.table().name()
                        + " runs a sub-select for every row",
                "The sub-select depends on the row, so reading n rows takes n look-ups, and no index can find the tenant's rows first.",
                PolicyFindings.evidence(policy, policy.conditions().getFirst()),
                "Give the table a tenant column of its own, filled from the parent (Back-fill can do that), and compare that.");
    }
}
