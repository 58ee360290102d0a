package dev.partywall.advisor.rules;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.PolicyFindings;
import dev.partywall.advisor.PolicyFix;
import dev.partywall.advisor.PolicyReview;
import dev.partywall.advisor.ReviewedPolicy;
import dev.partywall.advisor.ReviewedTable;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import dev.partywall.catalog.Column;
import dev.partywall.catalog.RelationName;
import dev.partywall.expression.Expression;
import dev.partywall.expression.TenantComparison;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A policy does something to the tenant column before comparing it, so that no index on the column helps. */
public final class CastOnTenantColumn implements Rule {
    private static final Set<String> SAME_AS_TEXT = Set.of("text", "character varying");

    @Override
    public String id() {
        return "policy-perf-cast";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        PolicyReview review = PolicyReview.of(inspection);
        return review.tables().stream()
                .flatMap(table -> wrapped(review, table).stream())
                .map(policy -> finding(review, policy))
                .toList();
    }

    private static Optional<ReviewedPolicy> wrapped(PolicyReview review, ReviewedTable table) {
        RelationName name = table.relation().name();
        Optional<Column> column = review.landscape().tenancy().tenantKeyOf(name).flatMap(table.relation()::column);
        return column.flatMap(tenant -> table.policies().stream()
                .filter(policy -> !review.hasHole(policy))
                .filter(policy -> policy.conditions().stream()
                        .flatMap(condition -> policy.comparisons(condition).stream())
                        .filter(comparison -> comparison.relation().equals(name)
                                && comparison.column().equals(tenant.name()))
                        .anyMatch(comparison -> isWrapped(comparison, tenant)))
                .findFirst());
    }

    /** A cast between varchar and text changes nothing, and PostgreSQL writes it by itself. */
    private static boolean isWrapped(TenantComparison comparison, Column tenant) {
        Expression side = comparison.columnSide();
        while (side instanceof Expression.Cast cast
                && SAME_AS_TEXT.contains(cast.type().name())
                && cast.type().modifiers().isEmpty()
                && SAME_AS_TEXT.contains(tenant.baseType())) {
            side = cast.operand();
        }
        return side instanceof Expression.Cast || side instanceof Expression.Call;
    }

    private Finding finding(PolicyReview review, ReviewedPolicy policy) {
        return new Finding(
                id(),
                Severity.LOW,
                Direction.NEUTRAL,
                PolicyFindings.object(policy),
                "Policy " + policy.policy().name() + " on " + policy.table().name()
                        + " casts the tenant column before comparing it",
                "An index on the column does not serve the comparison, so every query reads the whole table.",
                PolicyFindings.evidence(policy, policy.conditions().getFirst()),
                new PolicyFix(review.landscape()).closed(policy));
    }
}
