package dev.partywall.advisor.rules;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Hole;
import dev.partywall.advisor.PolicyFindings;
import dev.partywall.advisor.PolicyReview;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import dev.partywall.expression.Cause;
import java.util.List;
import java.util.stream.Collectors;

/** What a policy lets through could not be told. */
public final class PolicyUndecided implements Rule {
    @Override
    public String id() {
        return "policy-undecided";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        PolicyReview review = PolicyReview.of(inspection);
        return review.holes(id()).stream().map(hole -> finding(review, hole)).toList();
    }

    private static Finding finding(PolicyReview review, Hole hole) {
        return PolicyFindings.of(
                hole,
                Severity.INFO,
                "What policy " + hole.policy().policy().name() + " on "
                        + hole.policy().table().name() + " lets through cannot be told from the catalogue",
                "It depends on " + why(hole) + ". The probes try it on real rows.",
                "Nothing is known to be wrong. Let the probes run on this table.");
    }

    private static String why(Hole hole) {
        return hole.answer().causes().stream()
                .map(Cause::what)
                .sorted()
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
