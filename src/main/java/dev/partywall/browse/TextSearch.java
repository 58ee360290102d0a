package dev.partywall.browse;

import dev.partywall.catalog.Column;
import dev.partywall.catalog.Identifiers;
import dev.partywall.catalog.Index;
import dev.partywall.catalog.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a relation offers for full-text search: a tsvector column, or an index on {@code to_tsvector(...)}.
 *
 * @param label the column, or the indexed expression
 * @param vector as SQL
 * @param configuration the text search configuration its words were made with; null for the server's default
 * @param indexed whether an index answers it
 */
public record TextSearch(
        String label, String vector, @Nullable String configuration, boolean indexed) {
    private static final Pattern CONFIGURATION = Pattern.compile("to_tsvector\\('((?:[^']|'')+)'::regconfig");
    private static final List<String> METHODS = List.of("gin", "gist", "rum");

    /** Columns first, then indexed expressions; empty where the relation has nothing of the kind. */
    public static List<TextSearch> of(Relation relation) {
        List<TextSearch> found = new ArrayList<>();
        relation.columns().stream()
                .filter(column -> column.baseType().equals("tsvector"))
                .forEach(column -> found.add(of(relation, column)));
        relation.indexes().stream()
                .filter(TextSearch::usable)
                .flatMap(index -> index.keys().stream())
                .filter(key -> CONFIGURATION.matcher(key).find())
                .distinct()
                .forEach(key -> found.add(new TextSearch(key, key, configuration(key), true)));
        return found;
    }

    private static TextSearch of(Relation relation, Column column) {
        String name = Identifiers.quote(column.name());
        boolean indexed = relation.indexes().stream()
                .filter(TextSearch::usable)
                .anyMatch(index -> index.keys().contains(name));
        return new TextSearch(
                column.name(), PageSql.ALIAS + "." + name, configuration(column.defaultExpression()), indexed);
    }

    private static boolean usable(Index index) {
        return index.valid() && index.predicate() == null && METHODS.contains(index.method());
    }

    private static @Nullable String configuration(@Nullable String expression) {
        Matcher matcher = CONFIGURATION.matcher(expression == null ? "" : expression);
        return matcher.find() ? matcher.group(1).replace("''", "'") : null;
    }
}
