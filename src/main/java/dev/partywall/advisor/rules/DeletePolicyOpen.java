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

/** Another tenant's rows can be deleted. */
public final class DeletePolicyOpen implements Rule {
    @Override
    public String id() {
        return "policy-delete-using";
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
                Severity.CRITICAL,
                "Policy " + hole.policy().policy().name() + " lets a tenant delete rows of others from "
                        + hole.policy().table().name(),
                "DELETE with a WHERE also needs the SELECT policy, so a usual test shows nothing. A bare DELETE FROM t empties the table for everybody.",
                fix.closed(hole.policy()));
    }
}
