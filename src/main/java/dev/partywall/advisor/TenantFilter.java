package dev.partywall.advisor;

import dev.partywall.catalog.Column;
import dev.partywall.catalog.Function;
import dev.partywall.catalog.Relation;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads SQL that runs with other rights and judges how far it keeps to the session's tenant. It reads text, not a parse
 * tree: where the text leaves doubt the answer is {@link Filtering#UNDECIDED}.
 */
public final class TenantFilter {
    private static final Pattern DYNAMIC = Pattern.compile("\\bexecute\\s+(?!function|procedure|on\\b)");
    private static final Pattern READS =
            Pattern.compile("\\b(?:from|join|update|using|merge\\s+into|delete|truncate)\\b");

    private static final Pattern GUARD = Pattern.compile("\\bif\\b[^;]*\\bexists\\b[^;]*\\bthen\\s+raise\\b");

    private final Landscape landscape;
    private final TenantSources sources;

    public TenantFilter(Landscape landscape) {
        this.landscape = landscape;
        this.sources = new TenantSources(landscape);
    }

    /** A function's body, against the relations whose rows it can see without row security. */
    public Filtering of(Function function, Collection<Relation> exposed) {
        if (function.body() == null) {
            return exposed.isEmpty() ? Filtering.UNTOUCHED : Filtering.UNDECIDED;
        }
        String text = SqlText.withoutComments(function.body());
        Reading reading = new Reading(text, arguments(function), sources.patternWithVariables(text));
        Filtering judged = SqlText.statements(text).stream()
                .map(statement -> reading.judge(statement, exposed))
                .reduce(Filtering.UNTOUCHED, Filtering::worse);
        if (judged.isHole() && (reading.isGuarded(exposed) || sources.isSetIn(text))) {
            return Filtering.UNDECIDED;
        }
        return exposed.isEmpty() ? judged : judged.worse(reading.judgeDynamic());
    }

    /** A view's definition, which is known to read the exposed relations. */
    public Filtering of(String definition, Collection<Relation> exposed) {
        String text = SqlText.withoutComments(definition);
        return new Reading(text, List.of(), sources.pattern()).judge(text, exposed);
    }

    /** What a rewrite rule does; the new row's columns are the caller's word. */
    public Filtering ofRule(String action, Collection<Relation> exposed) {
        String text = SqlText.withoutComments(action);
        return new Reading(text, List.of("\\bnew\\s*\\."), sources.pattern()).judge(text, exposed);
    }

    /** Whether the text asks for the session's tenant at all. */
    public boolean mentionsTenant(String sql) {
        return !sources.isEmpty()
                && Pattern.compile(sources.pattern())
                        .matcher(SqlText.withoutComments(sql))
                        .find();
    }

    /** Names and positions under which a body may speak of what the caller passed. */
    private static List<String> arguments(Function function) {
        List<String> parts = Arrays.stream(function.arguments().split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty() && !part.startsWith("OUT "))
                .toList();
        return java.util.stream.IntStream.range(0, parts.size())
                .boxed()
                .flatMap(i -> java.util.stream.Stream.of("\\$" + (i + 1) + "\\b", argumentName(parts.get(i))))
                .filter(Objects::nonNull)
                .toList();
    }

    private static String argumentName(String part) {
        String bare = part.replaceFirst("^(IN|INOUT|VARIADIC) ", "");
        return bare.contains(" ")
                ? SqlText.name(bare.substring(0, bare.indexOf(' ')).replace("\"", ""))
                : "\\$0";
    }

    /** One text with what counts as the session's tenant and what as the caller's word in it. */
    private final class Reading {
        private final String text;
        private final List<String> arguments;
        private final String tenant;

        Reading(String text, List<String> arguments, String tenant) {
            this.text = text;
            this.arguments = arguments;
            this.tenant = tenant;
        }

        Filtering judge(String statement, Collection<Relation> exposed) {
            List<Relation> touched = exposed.stream()
                    .filter(relation -> mentions(statement, relation))
                    .toList();
            if (touched.isEmpty()) {
                return Filtering.UNTOUCHED;
            }
            if (!READS.matcher(statement.replaceFirst("\\bon\\s+conflict[^;]*", ""))
                    .find()) {
                return judgeInsert(statement, touched);
            }
            String columns = columns(touched);
            if (isCompared(statement, columns, tenant)) {
                return SqlOr.standsBeside(statement, comparison(columns, tenant))
                        ? Filtering.UNFILTERED
                        : Filtering.FILTERED;
            }
            if (Pattern.compile("\\b(?:new|old)\\s*\\.").matcher(statement).find()) {
                return Filtering.UNDECIDED;
            }
            return judgeArguments(statement, columns);
        }

        private Filtering judgeArguments(String statement, String columns) {
            for (String argument : arguments) {
                if (isCompared(statement, columns, argument)) {
                    return isChecked(argument) ? Filtering.FILTERED : Filtering.BY_ARGUMENT;
                }
            }
            return find(statement, tenant) ? Filtering.UNDECIDED : Filtering.UNFILTERED;
        }

        /** SQL put together at run time: with a caller's text in it, it does what the caller says. */
        Filtering judgeDynamic() {
            return SqlText.statements(text).stream()
                    .filter(statement -> DYNAMIC.matcher(statement).find())
                    .map(statement -> arguments.stream().anyMatch(argument -> isPastedIn(statement, argument))
                            ? Filtering.BY_ARGUMENT
                            : Filtering.UNDECIDED)
                    .reduce(Filtering.UNTOUCHED, Filtering::worse);
        }

        private static boolean isPastedIn(String statement, String argument) {
            return find(statement, "\\|\\|\\s*" + argument + "(?!\\s*\\()")
                    || find(statement, "format\\s*\\(\\s*'[^']*%s[^']*'[^;]*" + argument);
        }

        /** It asks in an IF whether the row is the tenant's, and raises otherwise: what follows may then be by key. */
        boolean isGuarded(Collection<Relation> exposed) {
            return SqlText.statements(text).stream()
                    .filter(statement -> GUARD.matcher(statement).find())
                    .anyMatch(statement -> judge(statement, exposed) == Filtering.FILTERED);
        }

        /** An insert of own values is a hole only where the caller names the tenant. */
        private Filtering judgeInsert(String statement, List<Relation> touched) {
            boolean namesTenant = find(statement, columns(touched));
            boolean newRow = arguments.stream().noneMatch(argument -> argument.startsWith("\\bnew"));
            boolean own = find(statement, tenant) || newRow && find(statement, "\\b(?:new|old)\\s*\\.");
            boolean passed = arguments.stream().anyMatch(argument -> find(statement, argument) && !isChecked(argument));
            return namesTenant && !own && passed ? Filtering.BY_ARGUMENT : Filtering.FILTERED;
        }

        /** The body compares the argument with the session's tenant, to refuse the call presumably. */
        private boolean isChecked(String argument) {
            String operator = "\\s*(?:<>|!=|=|is\\s+(?:not\\s+)?distinct\\s+from)\\s*";
            String cast = "(?:\\s*::\\s*[a-z ]+)?";
            return !sources.isEmpty()
                    && (find(text, argument + cast + operator + TenantSources.prefix() + tenant)
                            || find(text, tenant + "[^;]{0,60}" + operator + argument));
        }

        private boolean mentions(String statement, Relation relation) {
            String name = relation.name().name();
            // Most names are not in most bodies: the pattern is only made for those that are.
            return statement.contains(name) && find(statement, SqlText.name(name));
        }

        private String columns(List<Relation> touched) {
            String names = touched.stream()
                    .map(landscape::tenantColumn)
                    .flatMap(java.util.Optional::stream)
                    .map(Column::name)
                    .distinct()
                    .map(SqlText::name)
                    .collect(Collectors.joining("|"));
            return names.isEmpty() ? "(?!)" : "(?:" + names + ")";
        }

        private boolean isCompared(String statement, String columns, String value) {
            return !(value.equals(tenant) && sources.isEmpty()) && find(statement, comparison(columns, value));
        }

        private String comparison(String columns, String value) {
            String cast = "(?:\\)*\\s*::\\s*[a-z ]+(?:\\(\\d+\\))?)?";
            String left = columns + "\\)*" + cast + "\\s*=\\s*" + TenantSources.prefix() + value;
            String right =
                    value + "(?:[^;=<>]|(?<=')[=<>])*?\\)*" + cast + "\\s*=\\s*(?:[\\w\"$]+\\s*\\.\\s*)?" + columns;
            return "(?:" + left + "|" + right + ")";
        }

        private static boolean find(String where, String pattern) {
            Matcher matcher = Pattern.compile(pattern).matcher(where);
            return matcher.find();
        }
    }
}
