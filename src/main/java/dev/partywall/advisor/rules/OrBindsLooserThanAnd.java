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

/** An OR after the tenant condition stands by itself, because AND binds tighter. */
public final class OrBindsLooserThanAnd implements Rule {
    @Override
    public String id() {
        return "policy-precedence";
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
                "In policy " + hole.policy().policy().name() + " on "
                        + hole.policy().table().name() + " the part after OR is not bound to the tenant",
                "AND binds tighter than OR: tenant AND a OR b means (tenant AND a) OR b.",
                fix.narrowed(hole.policy()));
    }
}
