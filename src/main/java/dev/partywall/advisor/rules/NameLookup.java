package dev.partywall.advisor.rules;

import dev.partywall.advisor.Landscape;
import dev.partywall.catalog.Function;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.Relation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where the names in a function's body are looked up (PostgreSQL 18, section "Writing SECURITY DEFINER Functions Safely"). */
final class NameLookup {
    private static final Pattern BOUND = Pattern.compile("(?is)^\\s*(RETURN\\b|BEGIN\\s+ATOMIC\\b).*");
    private static final Pattern LOOSE_RELATION = Pattern.compile(
            "(?i)\\b(?:from|join|update|into)\\s+(?:only\\s+)?(\"[^\"]+\"|[a-z_][\\w$]*)(?![\\w$])(?!\\s*[.(])");

    /** How a body finds what it names. */
    enum Path {
        PINNED,
        FREE,
        WRITABLE,
        TEMPORARY_FIRST
    }

    private final Landscape landscape;

    NameLookup(Landscape landscape) {
        this.landscape = landscape;
    }

    /** A body in standard SQL is stored parsed: nothing is looked up when it runs. */
    boolean isBoundAtCreation(Function function) {
        return function.body() != null && BOUND.matcher(function.body()).matches();
    }

    Path of(Function function) {
        Optional<List<String>> path = path(function);
        if (path.isEmpty()) {
            return Path.FREE;
        }
        if (path.get().stream().anyMatch(this::isWritable)) {
            return Path.WRITABLE;
        }
        boolean temporaryFirst = !path.get().contains("pg_temp")
                && landscape.reach().mayCreateTemporary()
                && !looseRelations(function).isEmpty();
        return temporaryFirst ? Path.TEMPORARY_FIRST : Path.PINNED;
    }

    private boolean isWritable(String schema) {
        return landscape.reach().mayCreateIn(schema);
    }

    /** Whether its body names something without a schema that the app role could put its own in front of. */
    boolean hasLooseNames(Function function) {
        if (function.body() == null) {
            return false;
        }
        boolean relations = !looseRelations(function).isEmpty();
        boolean canShadow =
                landscape.reach().mayCreateTemporary() || landscape.reach().mayCreateSomewhere();
        return (relations && canShadow)
                || (callsLoosely(function) && landscape.reach().mayCreateSomewhere());
    }

    private boolean callsLoosely(Function function) {
        String body = String.valueOf(function.body());
        return landscape.snapshot().functions().stream()
                .filter(other -> other.oid() != function.oid())
                .map(other -> Pattern.quote(other.name()))
                .anyMatch(name -> Pattern.compile("(?i)(?<![\\w$.\"])" + name + "\\s*\\(")
                        .matcher(body)
                        .find());
    }

    /** Existing relations that the body names without a schema. */
    private List<Relation> looseRelations(Function function) {
        if (function.body() == null) {
            return List.of();
        }
        List<String> names = LOOSE_RELATION
                .matcher(function.body())
                .results()
                .map(result -> result.group(1))
                .map(NameLookup::unquoted)
                .toList();
        return landscape.relations().stream()
                .filter(relation -> names.contains(relation.name().name()))
                .toList();
    }

    private static Optional<List<String>> path(Function function) {
        return function.settings().stream()
                .filter(setting -> setting.toLowerCase(Locale.ROOT).startsWith("search_path="))
                .map(setting -> setting.substring("search_path=".length()))
                .map(value -> Arrays.stream(value.split(","))
                        .map(String::strip)
                        .map(NameLookup::unquoted)
                        .toList())
                .findFirst();
    }

    private static String unquoted(String name) {
        return name.startsWith("\"") && name.endsWith("\"") && name.length() > 1
                ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
                : name.toLowerCase(Locale.ROOT);
    }

    /** The schemas it needs, as far as the app role cannot write there, then the caller's temporary objects. */
    String safePath(Function function) {
        List<String> needed = path(function).orElseGet(() -> List.of(function.schema()));
        String schemas = java.util.stream.Stream.concat(
                        needed.stream(),
                        looseRelations(function).stream()
                                .map(relation -> relation.name().schema()))
                .filter(schema -> !schema.equals("pg_temp") && !isWritable(schema) && !schema.equals("$user"))
                .distinct()
                .map(Identifiers::quote)
                .collect(Collectors.joining(", "));
        return (schemas.isEmpty() ? "pg_catalog" : schemas) + ", pg_temp";
    }
}
