package dev.partywall.advisor;

import dev.partywall.catalog.Policy;
import dev.partywall.catalog.Relation;
import dev.partywall.catalog.RelationName;
import dev.partywall.expression.Expression;
import dev.partywall.expression.Knowledge;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which tables the policies of others look things up in, themselves or through the functions they call. */
public final class Lookups {
    private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[\\w$]+)";
    private static final Pattern READ =
            Pattern.compile("(?i)\\b(?:from|join)\\s+\\(*(?:(" + NAME + ")\\s*\\.\\s*)?(" + NAME + ")");

    private final Knowledge knowledge;
    private final Map<RelationName, Relation> readers = new HashMap<>();
    private final Map<RelationName, String> texts = new HashMap<>();
    private final Map<String, List<RelationName>> byName = new HashMap<>();

    public Lookups(PolicyReview review) {
        this.knowledge = review.knowledge();
        Landscape landscape = review.landscape();
        landscape
                .tables()
                .forEach(table -> byName.computeIfAbsent(table.name().name(), name -> new java.util.ArrayList<>())
                        .add(table.name()));
        landscape.tables().stream().filter(Relation::rowSecurity).forEach(this::collect);
    }

    /** A table whose policies look this one up. */
    public Optional<Relation> readerOf(Relation table) {
        return Optional.ofNullable(readers.get(table.name()));
    }

    /** Whether the policies that look this table up name the column. */
    public boolean names(Relation table, String column) {
        String text = texts.getOrDefault(table.name(), "");
        return Pattern.compile("(?<![\\w$])" + Pattern.quote(column) + "(?![\\w$])")
                .matcher(text)
                .find();
    }

    private void collect(Relation reader) {
        reader.policies().stream()
                .flatMap(Lookups::conditions)
                .distinct()
                .flatMap(this::withBodies)
                .forEach(text -> read(text).stream()
                        .filter(name -> !name.equals(reader.name()))
                        .forEach(name -> {
                            readers.putIfAbsent(name, reader);
                            texts.merge(name, text, (a, b) -> a.contains(b) ? a : a + "\n" + b);
                        }));
    }

    private static Stream<String> conditions(Policy policy) {
        return Stream.of(Optional.ofNullable(policy.using()), Optional.ofNullable(policy.withCheck()))
                .flatMap(Optional::stream);
    }

    private Stream<String> withBodies(String condition) {
        Stream<String> bodies = knowledge
                .read(condition)
                .walk()
                .map(part -> switch (part) {
                    case Expression.Opened opened -> opened.function();
                    case Expression.Call call ->
                        knowledge.bodies().function(call).orElse(null);
                    default -> null;
                })
                .filter(Objects::nonNull)
                .flatMap(function -> Stream.ofNullable(function.body()));
        return Stream.concat(Stream.of(condition), bodies);
    }

    private Set<RelationName> read(String text) {
        Set<RelationName> names = new HashSet<>();
        Matcher matcher = READ.matcher(text);
        while (matcher.find()) {
            String schema = matcher.group(1) == null ? null : unquoted(matcher.group(1));
            byName.getOrDefault(unquoted(matcher.group(2)), List.of()).stream()
                    .filter(name -> schema == null || name.schema().equals(schema))
                    .forEach(names::add);
        }
        return names;
    }

    private static String unquoted(String name) {
        return name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }
}
