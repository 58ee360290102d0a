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

/** A policy meant for another role has no TO clause, and so is everybody's. */
public final class PolicyForSomebodyElse implements Rule {
    @Override
    public String id() {
        return "policy-role-scope";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        PolicyReview review = PolicyReview.of(inspection);
        return review.holes(id()).stream().map(hole -> finding(review, hole)).toList();
    }

    private static Finding finding(PolicyReview review, Hole hole) {
        return PolicyFindings.of(
                hole,
                Severity.CRITICAL,
                "Policy " + hole.policy().policy().name() + " on "
                        + hole.policy().table().name() + " applies to everybody",
                "Its name says it was written for another role, but it has no TO clause, and so opens the table for the app role too.",
                fix(review, hole));
    }

    private static String fix(PolicyReview review, Hole hole) {
        PolicyFix fix = new PolicyFix(review.landscape());
        String role = review.meantFor(hole);
        return role.isEmpty() ? fix.narrowed(hole.policy()) : fix.reassigned(hole.policy(), role);
    }
}
