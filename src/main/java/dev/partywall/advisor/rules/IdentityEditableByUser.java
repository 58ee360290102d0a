package dev.partywall.advisor.rules;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.PolicyFindings;
import dev.partywall.advisor.PolicyFix;
import dev.partywall.advisor.PolicyReview;
import dev.partywall.advisor.ReviewedPolicy;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import dev.partywall.expression.TenantComparison;
import java.util.List;
import java.util.Set;

/** A policy takes the tenant from the part of a token that its user may edit himself. */
public final class IdentityEditableByUser implements Rule {
    /** Claims that identity services let every user write about himself (Supabase Auth, "User metadata"). */
    private static final Set<String> EDITABLE = Set.of("user_metadata", "raw_user_meta_data");

    private static final String TRUSTED = "app_metadata";

    @Override
    public String id() {
        return "identity-editable";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        PolicyReview review = PolicyReview.of(inspection);
        return review.tables().stream()
                .flatMap(table -> table.permissive().stream())
                .filter(policy -> policy.conditions().stream().anyMatch(condition -> trusts(policy, condition)))
                .map(policy -> finding(review, policy))
                .toList();
    }

    private static boolean trusts(ReviewedPolicy policy, String condition) {
        return policy.comparisons(condition).stream()
                .map(TenantComparison::claim)
                .anyMatch(claim -> claim.stream().anyMatch(EDITABLE::contains));
    }

    private Finding finding(PolicyReview review, ReviewedPolicy policy) {
        return new Finding(
                id(),
                Severity.HIGH,
                Direction.FAIL_OPEN,
                PolicyFindings.object(policy),
                "Policy " + policy.policy().name() + " on " + policy.table().name()
                        + " trusts what a user says of himself",
                "It takes the tenant from user metadata, which every user may edit: whoever writes another tenant there is let in.",
                PolicyFindings.evidence(policy, policy.conditions().getFirst()),
                new PolicyFix(review.landscape()).rewritten(policy, IdentityEditableByUser::trusted));
    }

    private static String trusted(String condition) {
        String changed = condition;
        for (String claim : EDITABLE) {
            changed = changed.replace("'" + claim + "'", "'" + TRUSTED + "'");
        }
        return changed;
    }
}
