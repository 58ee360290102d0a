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
import dev.partywall.expression.Answer;
import dev.partywall.expression.RowTenant;
import dev.partywall.expression.SessionState;
import dev.partywall.expression.SettingsRead;
import dev.partywall.profile.TenancyDeclaration.UnsetMeans;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A cast in a policy can raise: for some tenant's id, or for the empty string. */
public final class PolicyCastMayFail implements Rule {
    /** A policy and how bad its error is. */
    private record Raising(ReviewedPolicy policy, String condition, Severity severity, boolean onEmpty) {}

    @Override
    public String id() {
        return "policy-cast-error";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        PolicyReview review = PolicyReview.of(inspection);
        return review.tables().stream()
                .flatMap(table -> worst(review, table).stream())
                .map(raising -> finding(review, raising))
                .toList();
    }

    private static Optional<Raising> worst(PolicyReview review, ReviewedTable table) {
        return table.policies().stream()
                .filter(policy -> review.holes("truncated-compare").stream().noneMatch(hole -> hole.policy() == policy)
                        || raisesWithTenant(policy))
                .flatMap(policy ->
                        policy.conditions().stream().flatMap(condition -> raising(review, policy, condition).stream()))
                .min(Comparator.comparing(Raising::severity));
    }

    private static boolean raisesWithTenant(ReviewedPolicy policy) {
        return policy.conditions().stream()
                .anyMatch(condition -> withTenant(policy, condition).contains("22P02"));
    }

    private static Set<String> withTenant(ReviewedPolicy policy, String condition) {
        Set<String> errors = new TreeSet<>();
        Stream.of(RowTenant.values())
                .forEach(row -> errors.addAll(
                        policy.ask(condition, SessionState.TENANT, row).errors()));
        return errors;
    }

    private static Optional<Raising> raising(PolicyReview review, ReviewedPolicy policy, String condition) {
        Set<String> errors = withTenant(policy, condition);
        if (errors.contains("22P02")) {
            return Optional.of(new Raising(policy, condition, Severity.MEDIUM, false));
        }
        if (errors.contains("22003")) {
            return Optional.of(new Raising(policy, condition, Severity.LOW, false));
        }
        Answer empty = policy.ask(condition, SessionState.EMPTY, RowTenant.FOREIGN);
        boolean toldElsewhere = SettingsRead.in(policy.read(condition)).stream().anyMatch(read -> !read.missingOk());
        if (!empty.errors().contains("22P02") || toldElsewhere) {
            return Optional.empty();
        }
        boolean adminMode = review.landscape().tenancy().unsetMeans() == UnsetMeans.EVERYTHING && empty.canBeTrue();
        return Optional.of(new Raising(policy, condition, adminMode ? Severity.MEDIUM : Severity.LOW, true));
    }

    private Finding finding(PolicyReview review, Raising raising) {
        ReviewedPolicy policy = raising.policy();
        return new Finding(
                id(),
                raising.severity(),
                Direction.FAIL_CLOSED,
                PolicyFindings.object(policy),
                "A cast in policy " + policy.policy().name() + " on "
                        + policy.table().name() + " can fail",
                detail(raising),
                PolicyFindings.evidence(policy, raising.condition()),
                raising.onEmpty() ? NullIf.fix(review, policy) : new PolicyFix(review.landscape()).replaced(policy));
    }

    private static String detail(Raising raising) {
        if (!raising.onEmpty()) {
            return "Tenant ids are wider than the type they are cast to: one id that does not fit makes every query on the table fail, for all tenants.";
        }
        return raising.severity() == Severity.MEDIUM
                ? "OR does not protect the cast: on the empty string the server evaluates it and raises 22P02, so the declared mode without a tenant fails on used connections."
                : "After a transaction that set it, the setting is the empty string, and the cast refuses that with 22P02. Nothing leaks; used and fresh connections behave differently.";
    }
}
