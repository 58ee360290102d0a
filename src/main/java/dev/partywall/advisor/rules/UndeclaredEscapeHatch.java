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
import dev.partywall.profile.TenancyDeclaration.UnsetMeans;
import java.util.ArrayList;
import java.util.List;

/** A setting, or a tenant named in the policy, opens everything. */
public final class UndeclaredEscapeHatch implements Rule {
    @Override
    public String id() {
        return "policy-escape-hatch";
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
                severity(review),
                "Policy " + hole.policy().policy().name() + " on "
                        + hole.policy().table().name() + " has a master key",
                "It opens for " + key(hole)
                        + ". Any session may set any custom setting, so this is no lock: whoever can run SQL holds the key.",
                fix.closed(hole.policy()));
    }

    /** Where a session without a tenant is meant to see everything, the key opens nothing that is not open. */
    private static Severity severity(PolicyReview review) {
        return review.landscape().tenancy().unsetMeans() == UnsetMeans.EVERYTHING ? Severity.INFO : Severity.HIGH;
    }

    private static String key(Hole hole) {
        List<String> keys = new ArrayList<>();
        hole.answer().what(Cause.Kind.SETTING).forEach(name -> keys.add("the setting " + name));
        hole.answer().what(Cause.Kind.TENANT).forEach(tenant -> keys.add("the tenant " + tenant));
        return String.join(" and ", keys);
    }
}
