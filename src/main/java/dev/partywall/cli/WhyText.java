package dev.partywall.cli;

import dev.partywall.browse.Explanation;
import dev.partywall.browse.Truth;
import dev.partywall.connect.Lens;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Explanations as text. */
final class WhyText {
    private static final int MOST_COLUMNS = 8;

    private final StringBuilder text = new StringBuilder();

    String of(List<Explanation> explanations) {
        explanations.forEach(this::explain);
        return text.toString();
    }

    private void explain(Explanation explanation) {
        line("%s: %s", explanation.table(), row(explanation));
        line("Looking %s, on the server as %s.", lens(explanation.lens()), explanation.role());
        line(
                "Owner %s, row security %s%s, %s for %s.",
                explanation.owner(),
                explanation.rowSecurity() ? "enabled" : "not enabled",
                explanation.forced() ? " and forced" : "",
                explanation.rowSecurityActive() ? "active" : "not active",
                explanation.role());
        explanation.answers().forEach(this::answer);
        explanation.remarks().forEach(remark -> line("%s", remark));
        line("The app connection %s.", seen(explanation.seen()));
        if (!explanation.agrees()) {
            line("THIS IS NOT WHAT WAS WORKED OUT ABOVE: trust the server, and report it.");
        }
        line("");
    }

    private static String row(Explanation explanation) {
        return explanation.row().stream()
                .limit(MOST_COLUMNS)
                .map(term -> term.sql() + "=" + shown(term.value()))
                .collect(Collectors.joining(" "));
    }

    private static String lens(Lens lens) {
        return switch (lens) {
            case Lens.Tenant tenant -> "as tenant " + tenant.id();
            case Lens.Nobody nobody -> "as nobody";
            case Lens.Everyone everyone -> "as everyone";
        };
    }

    private static String seen(Truth seen) {
        return switch (seen.value()) {
            case TRUE -> "sees the row";
            case ERROR -> "gets an error instead (" + seen.sqlState() + ")";
            default -> "does not see the row";
        };
    }

    private void answer(Explanation.Answer answer) {
        line("%s: %s. %s", answer.command(), allowed(answer.allowed()), answer.decidedBy());
        answer.path().forEach(reason -> line("    %s", reason.text()));
        answer.policies().forEach(this::policy);
    }

    private static String allowed(Truth allowed) {
        return switch (allowed.value()) {
            case TRUE -> "yes";
            case FALSE -> "no";
            case ERROR -> "fails";
            case NULL -> "cannot be told";
        };
    }

    private void policy(Explanation.PolicyTruth policy) {
        line("    %s %s: %s", policy.permissive() ? "policy" : "restrictive policy", policy.policy(), policy.truth());
        policy.parts().forEach(part -> part(part, policy.joined(), "        "));
        if (policy.asBypass()) {
            line("        its functions and sub-selects were evaluated as the bypass role, which may see more");
        }
    }

    /** What decided is marked with an arrow. */
    private void part(Explanation.Part part, String joined, String indent) {
        String prefix = joined.isEmpty() ? "" : joined.toLowerCase(Locale.ROOT) + " ";
        line("%s%s%s%s: %s", indent, part.decides() ? "> " : "  ", prefix, part.sql(), part.truth());
        part.parts().forEach(inner -> part(inner, part.joined(), indent + "    "));
        part.terms()
                .forEach(term -> line("%s      %s = %s (%s)", indent, term.sql(), shown(term.value()), term.type()));
    }

    private static String shown(@Nullable String value) {
        return value == null ? "NULL" : "'" + value + "'";
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
