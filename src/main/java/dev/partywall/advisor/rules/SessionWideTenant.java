package dev.partywall.advisor.rules;

import dev.partywall.access.Inspection;
import dev.partywall.advisor.Direction;
import dev.partywall.advisor.Finding;
import dev.partywall.advisor.Landscape;
import dev.partywall.advisor.Rule;
import dev.partywall.advisor.Severity;
import dev.partywall.catalog.Function;
import dev.partywall.catalog.ObjectRef;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A function sets the tenant for the whole session: with pooled connections the next one in line inherits it. */
public final class SessionWideTenant implements Rule {
    @Override
    public String id() {
        return "context-session-wide";
    }

    @Override
    public List<Finding> check(Inspection inspection) {
        Landscape landscape = Landscape.of(inspection);
        Pattern sessionWide = pattern(inspection.tenancy().settings().keySet());
        return inspection.snapshot().functions().stream()
                .filter(function -> function.body() != null
                        && sessionWide.matcher(function.body()).find())
                .filter(function -> landscape.reach().mayCall(function))
                .map(this::finding)
                .toList();
    }

    /** {@code set_config('x', ..., false)} or SET without LOCAL. */
    private static Pattern pattern(Set<String> settings) {
        String names = settings.isEmpty()
                ? "(?!)"
                : settings.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        return Pattern.compile("(?is)\\bset_config\\s*\\(\\s*'(?:" + names
                + ")'(?:::text)?\\s*,[^;]*?,\\s*(?:is_local\\s*(?:=>|:=)\\s*)?"
                + "(?:false|'f(?:alse)?'|0)\\s*\\)"
                + "|(?<!local\\s)\\bset\\s+(?:session\\s+)?(?:" + names + ")\\s*(?:=|to\\b)");
    }

    private Finding finding(Function function) {
        return new Finding(
                id(),
                Severity.MEDIUM,
                Direction.FAIL_OPEN,
                ObjectRef.function(function),
                function.signature() + " sets the tenant for the whole session",
                "Where connections are pooled, the next request on the connection is still the last one's tenant "
                        + "unless something resets it. A tenant set for the transaction ends with it.",
                "Its body sets the tenant setting with is_local false.",
                "Let it call set_config with true as the third argument, and call it inside the transaction.");
    }
}
