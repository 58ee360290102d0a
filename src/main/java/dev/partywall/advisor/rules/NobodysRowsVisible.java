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
                        .filter(policy -> shared ? isWritable(table, policy) : isVisible(table, policy))
                        .map(policy -> finding(review, policy, shared)))
                .toList();
    }

    private static boolean mayBeNull(PolicyReview review, ReviewedTable table) {
        Optional<Column> column =
                review.landscape().tenancy().columnOf(table.relation().name()).flatMap(table.relation()::column);
        return column.isPresent() && !column.get().notNull();
    }

    private static boolean isVisible(ReviewedTable table, ReviewedPolicy policy) {
        return Stream.of(ReviewedPolicy.Side.values())
                .anyMatch(side -> table.admits(policy, side, SessionState.TENANT, RowTenant.NONE));
    }

    /** Shared rows are for reading: changing them changes what every other tenant reads. */
    private static boolean isWritable(ReviewedTable table, ReviewedPolicy policy) {
        return table.commands().stream()
                        .filter(command -> command != Privilege.SELECT)
                        .anyMatch(policy::coversCommand)
                && isVisible(table, policy);
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
}
