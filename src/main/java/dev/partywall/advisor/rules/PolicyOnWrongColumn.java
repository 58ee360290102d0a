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

/** The session's tenant is compared with a column that is not the tenant column. */
public final class PolicyOnWrongColumn implements Rule {
    @Override
    public String id() {
        return "policy-wrong-column";
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
                        + hole.policy().table().name() + " compares the tenant with another column",
                "It is shaped like a tenant policy, but compares "
                        + String.join(", ", hole.answer().what(Cause.Kind.COLUMN))
                        + "; the tenant column is not in it.",
                fix.replaced(hole.policy()));
    }
}
