package dev.partywall.advisor.rules;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Hole;
import dev.partywall.advisor.PolicyFindings;
import dev.partywall.advisor.PolicyFix;
import dev.partywall.advisor.PolicyReview;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import java.util.List;

/** Rows can be inserted for another tenant. */
public final class InsertPolicyOpen implements Rule {
    @Override
    public String id() {
        return "policy-insert-check";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        PolicyReview review = PolicyReview.of(inspection);
        return review.holes(id()).stream().map(hole -> finding(review, hole)).toList();
    }

    private static Finding finding(PolicyReview review, Hole hole) {
        PolicyFix fix = new PolicyFix(review.landscape());
        return PolicyFindings.of(
                hole,
                Severity.HIGH,
                "Policy " + hole.policy().policy().name() + " lets a tenant write rows for others into "
                        + hole.policy().table().name(),
                "New rows are not held against the tenant. INSERT ... RETURNING may still fail because of the SELECT policy, which hides the hole from a quick test.",
                fix.closed(hole.policy()));
    }
}
