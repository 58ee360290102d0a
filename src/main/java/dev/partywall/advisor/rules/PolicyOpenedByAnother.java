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

/** One of several permissive policies, or one side of an OR, lets foreign rows in. */
public final class PolicyOpenedByAnother implements Rule {
    @Override
    public String id() {
        return "policy-or-open";
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
                "Policy " + hole.policy().policy().name() + " opens "
                        + hole.policy().table().name() + " to other tenants",
                "Permissive policies are joined by OR: what one of them lets in, the others cannot keep out.",
                fix.narrowed(hole.policy()));
    }
}
