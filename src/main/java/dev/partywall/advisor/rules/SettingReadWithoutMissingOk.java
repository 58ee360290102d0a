package dev.partywall.advisor.rules;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.PolicyFindings;
import dev.partywall.advisor.PolicyFix;
import dev.partywall.advisor.PolicyReview;
import dev.partywall.advisor.ReviewedPolicy;
import dev.partywall.advisor.ReviewedTable;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import dev.partywall.catalog.Identifiers;
import dev.partywall.expression.SettingsRead;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tenant setting is read so that a connection on which it was never set gets an error instead of no rows. */
public final class SettingReadWithoutMissingOk implements Rule {
    @Override
    public String id() {
        return "context-missing-ok";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        PolicyReview review = PolicyReview.of(inspection);
        return review.tables().stream()
                .filter(table -> !raising(review, table).isEmpty())
                .map(table -> finding(review, raising(review, table)))
                .toList();
    }

    private static List<ReviewedPolicy> raising(PolicyReview review, ReviewedTable table) {
        return table.policies().stream()
                .filter(policy -> policy.conditions().stream()
                        .flatMap(condition -> SettingsRead.in(policy.read(condition)).stream())
                        .anyMatch(read -> raises(review, read)))
                .toList();
    }

    private static boolean raises(PolicyReview review, SettingsRead read) {
        return !read.missingOk()
                && review.knowledge().settings().contains(read.name().toLowerCase(Locale.ROOT));
    }

    private Finding finding(PolicyReview review, List<ReviewedPolicy> policies) {
        ReviewedPolicy first = policies.getFirst();
        return new Finding(
                id(),
                Severity.LOW,
                Direction.FAIL_CLOSED,
                PolicyFindings.object(first),
                "Without a tenant, " + first.table().name() + " answers with an error",
                "A fresh connection gets 42704 (unrecognized configuration parameter), a used one the empty string, which a cast refuses with 22P02."
                        + " Nothing leaks, but health checks and tools fail in two different ways.",
                policies.stream()
                        .map(policy -> PolicyFindings.evidence(
                                policy, policy.conditions().getFirst()))
                        .collect(Collectors.joining("\n")),
                policies.stream().map(policy -> fix(review, policy)).collect(Collectors.joining("\n")));
    }

    /** {@code current_setting('x')} becomes {@code NULLIF(current_setting('x', true), '')}. */
    private static String fix(PolicyReview review, ReviewedPolicy policy) {
        PolicyFix fix = new PolicyFix(review.landscape());
        boolean written = policy.conditions().stream()
                .anyMatch(condition -> !mended(review, condition).equals(condition));
        return written ? fix.rewritten(policy, condition -> mended(review, condition)) : fix.closed(policy);
    }

    private static String mended(PolicyReview review, String condition) {
        String text = condition;
        Set<String> names = SettingsRead.inText(condition);
        for (String name : names) {
            if (review.knowledge().settings().contains(name.toLowerCase(Locale.ROOT))) {
                String literal = Identifiers.literal(name);
                String call = "current_setting\\(" + Pattern.quote(literal) + "(?:::text)?\\)";
                text = text.replaceAll(call, "NULLIF(current_setting(" + literal + ", true), '')");
            }
        }
        return text;
    }
}
