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

/** A policy lets every tenant's rows through: it does not ask whose they are. */
public final class PolicyLetsEverythingThrough implements Rule {
    @Override
    public String id() {
        return "policy-always-true";
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
                "Policy " + hole.policy().policy().name() + " on "
                        + hole.policy().table().name() + " does not ask whose a row is",
                "Row security is on, but this policy is the one that decides, and it has no tenant condition.",
                fix.closed(hole.policy()));
    }
}
