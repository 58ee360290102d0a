package dev.partywall.advisor.rules;

import dev.partywall.advisor.PolicyFix;
import dev.partywall.advisor.PolicyReview;
import dev.partywall.advisor.ReviewedPolicy;
import dev.partywall.catalog.Identifiers;
import dev.partywall.expression.SettingsRead;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes a policy take the empty string for no tenant. */
final class NullIf {
    private NullIf() {}

    /** Wraps every cast read of a tenant setting; a whole condition where the read is in a function. */
    static String fix(PolicyReview review, ReviewedPolicy policy) {
        PolicyFix fix = new PolicyFix(review.landscape());
        boolean written = policy.conditions().stream()
                .anyMatch(condition -> !wrapped(review, condition).equals(condition));
        return written ? fix.rewritten(policy, condition -> wrapped(review, condition)) : fix.closed(policy);
    }

    /** {@code (current_setting('x', true))::uuid} becomes {@code (NULLIF(current_setting('x', true), ''))::uuid}. */
    private static String wrapped(PolicyReview review, String condition) {
        String text = condition;
        for (String name : SettingsRead.inText(condition)) {
            if (review.knowledge().settings().contains(name.toLowerCase(Locale.ROOT))) {
                String literal = Identifiers.literal(name);
                String read = "current_setting\\(" + Pattern.quote(literal) + "(?:::text)?(?:, true)?\\)";
                text = text.replaceAll(
                        "\\(" + read + "\\)::", "(NULLIF(current_setting(" + literal + ", true), ''))::");
            }
        }
        return text;
    }
}
