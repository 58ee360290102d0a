package dev.partywall.advisor;

import dev.partywall.catalog.Function;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Recognises, in SQL text, an expression whose value is the tenant of the session. */
final class TenantSources {
    private static final Pattern RETURNS_A_VALUE = Pattern.compile("(?i)^(?!void|trigger|event_trigger|SETOF|TABLE).*");

    private final String pattern;
    private final String settings;
    private final boolean none;

    TenantSources(Landscape landscape) {
        this.settings = landscape.tenancy().settings().keySet().stream()
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        String direct = settings.isEmpty() ? null : "current_setting\\s*\\(\\s*'(?i:" + settings + ")'";
        String users = landscape.tenancy().loginRoles().isEmpty() ? null : "\\b(?:current_user|session_user)\\b";
        List<String> found = Stream.of(direct, users)
                .filter(java.util.Objects::nonNull)
                .map(String::valueOf)
                .toList();
        String own = String.join("|", found);
        String helpers = found.isEmpty() ? "" : helpers(landscape, Pattern.compile(own));
        this.none = found.isEmpty();
        this.pattern = "(?:" + own + (helpers.isEmpty() ? "" : "|" + helpers) + ")";
    }

    /** Functions that hand out the session's tenant. */
    private static String helpers(Landscape landscape, Pattern source) {
        return landscape.snapshot().functions().stream()
                .filter(function -> isHelper(function, source))
                .map(Function::name)
                .distinct()
                .map(name -> SqlText.name(name) + "\\s*\\(")
                .collect(Collectors.joining("|"));
    }

    private static boolean isHelper(Function function, Pattern source) {
        return function.body() != null
                && function.returns() != null
                && RETURNS_A_VALUE.matcher(function.returns()).matches()
                && function.body().length() < 2000
                && source.matcher(SqlText.withoutComments(function.body())).find();
    }

    /** Whether the text sets the tenant of the session: then it is what establishes it, after a check of its own. */
    boolean isSetIn(String text) {
        return !settings.isEmpty()
                && Pattern.compile("set_config\\s*\\(\\s*'(?i:" + settings + ")'")
                        .matcher(text)
                        .find();
    }

    boolean isEmpty() {
        return none;
    }

    /** Regular expression that finds the beginning of such an expression. */
    String pattern() {
        return pattern;
    }

    /** The same, with the variables to which the text assigns such an expression. */
    String patternWithVariables(String text) {
        String variables = Stream.concat(assigned(text), selected(text))
                .distinct()
                .map(SqlText::name)
                .collect(Collectors.joining("|"));
        return variables.isEmpty() ? pattern : "(?:" + pattern + "|" + variables + ")";
    }

    private Stream<String> assigned(String text) {
        Matcher matcher = Pattern.compile(
                        "\\b(?!declare\\b)([a-z_][\\w$]*)\\s+(?:constant\\s+)?(?:[a-z][\\w. ]*)?(?::=|=|default)\\s*"
                                + prefix() + pattern)
                .matcher(text);
        Matcher plain = Pattern.compile("\\b([a-z_][\\w$]*)\\s*:=\\s*" + prefix() + pattern)
                .matcher(text);
        return Stream.concat(names(matcher), names(plain));
    }

    private Stream<String> selected(String text) {
        return names(
                Pattern.compile("select\\s+" + prefix() + pattern + "[^;]*?\\binto\\s+(?:strict\\s+)?([a-z_][\\w$]*)")
                        .matcher(text));
    }

    /** What may stand before it without changing whose tenant it is. */
    static String prefix() {
        return "(?:\\(|\\s|select\\b|nullif\\s*\\(|trim\\s*\\(|lower\\s*\\(|cast\\s*\\(|[a-z_]\\w*\\.)*";
    }

    private static Stream<String> names(Matcher matcher) {
        return matcher.results().map(result -> result.group(1));
    }
}
