package dev.partywall.expression;

import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.Function;
import dev.partywall.catalog.Relation;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what the unqualified names in the FROM of a function's body mean: by the function's own search_path, else the only
 * relation so called.
 */
final class SourceNames {
    private static final String PATH = "search_path=";

    private final Map<String, List<String>> schemas = new HashMap<>();

    SourceNames(CatalogSnapshot snapshot) {
        for (Relation relation : snapshot.relations()) {
            schemas.merge(relation.name().name(), List.of(relation.name().schema()), SourceNames::both);
        }
    }

    private static List<String> both(List<String> some, List<String> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
    }

    /** The body with schemas filled in where they are certain. */
    Expression qualified(Expression body, Function function) {
        List<String> path = path(function);
        return Rewriting.of(body, part -> switch (part) {
            case Expression.SubSelect select -> new Expression.SubSelect(qualified(select.query(), path));
            case Expression.Exists exists -> new Expression.Exists(qualified(exists.query(), path));
            default -> part;
        });
    }

    private static List<String> path(Function function) {
        return function.settings().stream()
                .filter(setting -> setting.startsWith(PATH))
                .flatMap(setting ->
                        Arrays.stream(setting.substring(PATH.length()).split(",")))
                .map(schema -> schema.strip().replaceAll("^\"|\"$", ""))
                .toList();
    }

    private Query qualified(Query query, List<String> path) {
        return query instanceof Query.Select select
                ? new Query.Select(
                        select.items(),
                        select.sources().stream()
                                .map(source -> qualified(source, path))
                                .toList(),
                        select.conditions(),
                        select.grouped(),
                        select.text())
                : query;
    }

    private Query.Source qualified(Query.Source source, List<String> path) {
        String name = source.name();
        Query nested = source.nested() == null ? null : qualified(source.nested(), path);
        String schema = source.schema() != null || name == null ? source.schema() : schema(name, path);
        return new Query.Source(schema, name, source.alias(), nested);
    }

    private @Nullable String schema(String name, List<String> path) {
        List<String> candidates = schemas.getOrDefault(name, List.of());
        Optional<String> onPath = path.stream().filter(candidates::contains).findFirst();
        return onPath.orElse(candidates.size() == 1 ? candidates.getFirst() : null);
    }
}
