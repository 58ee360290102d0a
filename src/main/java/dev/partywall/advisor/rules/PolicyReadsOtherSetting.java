package dev.partywall.advisor.rules;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Hole;
import dev.partywall.advisor.PolicyFindings;
import dev.partywall.advisor.PolicyFix;
import dev.partywall.advisor.PolicyReview;
import dev.partywall.advisor.ReviewedPolicy;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import dev.partywall.catalog.Identifiers;
import dev.partywall.expression.Cause;
import java.util.List;
import java.util.Set;

/** The tenant column is compared with a setting that is not the tenancy's: misspelt, or left from another time. */
public final class PolicyReadsOtherSetting implements Rule {
    @Override
    public String id() {
        return "context-wrong-guc";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        PolicyReview review = PolicyReview.of(inspection);
        return review.holes(id()).stream().map(hole -> finding(review, hole)).toList();
    }

    private Finding finding(PolicyReview review, Hole hole) {
        Set<String> wrong = hole.answer().what(Cause.Kind.SETTING);
        Set<String> right = review.landscape().tenancy().settings().keySet();
        return new Finding(
                id(),
                Severity.MEDIUM,
                Direction.FAIL_CLOSED,
                PolicyFindings.object(hole.policy()),
                "Policy " + hole.policy().policy().name() + " on "
                        + hole.policy().table().name() + " reads another setting",
                "It reads " + String.join(", ", wrong) + ", while tenants are told by " + String.join(", ", right)
                        + ". Where the other is never set, tenants miss their rows here; where it is, it may hold another tenant.",
                PolicyFindings.evidence(hole.policy(), hole.condition()),
                fix(new PolicyFix(review.landscape()), hole.policy(), wrong, right));
    }

    /** The right name in the place of the wrong one; a whole condition where the name is not in the policy itself. */
    private static String fix(PolicyFix fix, ReviewedPolicy policy, Set<String> wrong, Set<String> right) {
        boolean simple = wrong.size() == 1 && right.size() == 1;
        String from = Identifiers.literal(wrong.iterator().next());
        String to = Identifiers.literal(right.iterator().next());
        boolean written = policy.conditions().stream().allMatch(condition -> condition.contains(from));
        return simple && written ? fix.rewritten(policy, condition -> condition.replace(from, to)) : fix.closed(policy);
    }
}
