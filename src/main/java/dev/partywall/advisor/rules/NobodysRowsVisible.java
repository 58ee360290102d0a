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
import dev.partywall.catalog.Privilege;
import dev.partywall.expression.RowTenant;
import dev.partywall.expression.SessionState;
import dev.partywall.profile.TenancyDeclaration.NullTenantMeans;
import dev.partywall.profile.TenancyDeclaration.UnsetMeans;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rows without a tenant are shown to every tenant, and nobody declared that. */
public final class NobodysRowsVisible implements Rule {
    @Override
    public String id() {
        return "null-tenant-visible";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        PolicyReview review = PolicyReview.of(inspection);
        boolean shared = inspection.tenancy().nullTenantMeans() == NullTenantMeans.SHARED;
        return review.tables().stream()
                .filter(table -> mayBeNull(review, table))
                .flatMap(table -> table.permissive().stream()
                        .filter(policy -> !review.hasHole(policy))
                        .flatMap(policy -> judge(review, table, policy, shared)))
                .toList();
    }

    private Stream<Finding> judge(PolicyReview review, ReviewedTable table, ReviewedPolicy policy, boolean shared) {
        if (shared ? isWritable(table, policy) : isVisible(table, policy, SessionState.TENANT)) {
            return Stream.of(finding(review, policy, shared));
        }
        return !shared && isVisible(table, policy, SessionState.UNSET) && !opens(review, table, policy)
                ? Stream.of(toNobody(review, policy))
                : Stream.empty();
    }

    /** Then that is what is wrong, and told by a rule of its own. */
    private static boolean opens(PolicyReview review, ReviewedTable table, ReviewedPolicy policy) {
        return review.landscape().tenancy().unsetMeans() == UnsetMeans.EVERYTHING
                || Stream.of(ReviewedPolicy.Side.values())
                        .anyMatch(side -> table.admits(policy, side, SessionState.UNSET, RowTenant.FOREIGN));
    }

    private static boolean mayBeNull(PolicyReview review, ReviewedTable table) {
        Optional<Column> column =
                review.landscape().tenancy().columnOf(table.relation().name()).flatMap(table.relation()::column);
        return column.isPresent() && !column.get().notNull();
    }

    private static boolean isVisible(ReviewedTable table, ReviewedPolicy policy, SessionState state) {
        return Stream.of(ReviewedPolicy.Side.values())
                .anyMatch(side -> table.admits(policy, side, state, RowTenant.NONE));
    }

    /** Shared rows are for reading: changing them changes what every other tenant reads. */
    private static boolean isWritable(ReviewedTable table, ReviewedPolicy policy) {
        return table.commands().stream()
                        .filter(command -> command != Privilege.SELECT)
                        .anyMatch(policy::coversCommand)
                && isVisible(table, policy, SessionState.TENANT);
    }

    private Finding finding(PolicyReview review, ReviewedPolicy policy, boolean shared) {
        return new Finding(
                id(),
                shared ? Severity.LOW : Severity.MEDIUM,
                Direction.FAIL_OPEN,
                PolicyFindings.object(policy),
                "Every tenant can " + (shared ? "change" : "see") + " the rows of "
                        + policy.table().name() + " that have no tenant",
                shared
                        ? "Rows without a tenant are declared to be shared, but this policy also lets each tenant write them."
                        : "A row that waits for its tenant, or lost it, is shown to all. Nothing declares such rows to be shared.",
                PolicyFindings.evidence(policy, policy.conditions().getFirst()),
                new PolicyFix(review.landscape()).closed(policy));
    }

    /** NULL is not distinct from NULL: whoever has no tenant shares what has none. */
    private Finding toNobody(PolicyReview review, ReviewedPolicy policy) {
        return new Finding(
                id(),
                Severity.MEDIUM,
                Direction.FAIL_OPEN,
                PolicyFindings.object(policy),
                "Sessions without a tenant reach the rows of " + policy.table().name() + " that have none",
                "A row that waits for its tenant, or lost it, is open to every session that forgot to say whose it is.",
                PolicyFindings.evidence(policy, policy.conditions().getFirst()),
                new PolicyFix(review.landscape()).replaced(policy));
    }
}
