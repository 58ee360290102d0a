package dev.partywall.advisor.rules;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Hole;
import dev.partywall.advisor.PolicyFindings;
import dev.partywall.advisor.PolicyFix;
import dev.partywall.advisor.PolicyReview;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import dev.partywall.expression.Cause;
import java.util.List;

/** Two tenants can pass the same comparison. */
public final class ComparisonWeakerThanEquality implements Rule {
    @Override
    public String id() {
        return "truncated-compare";
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
                "Policy " + hole.policy().policy().name() + " on "
                        + hole.policy().table().name() + " compares tenants more loosely than by equality",
                "Different tenants can be the same to it, because of "
                        + String.join(", ", hole.answer().what(Cause.Kind.WEAK)) + ".",
                fix.closed(hole.policy()));
    }
}
