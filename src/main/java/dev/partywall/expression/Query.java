package dev.partywall.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A SELECT inside an expression, as deep as deciding who sees what needs it. */
public sealed interface Query {
    /** As it was written. */
    String text();

    /**
     * @param conditions what every returned row satisfies: the WHERE condition and those of inner joins
     * @param grouped whether GROUP BY, DISTINCT, LIMIT and the like follow
     */
    record Select(
            List<Expression> items, List<Source> sources, List<Expression> conditions, boolean grouped, String text)
            implements Query {
        public Select {
            items = List.copyOf(items);
            sources = List.copyOf(sources);
            conditions = List.copyOf(conditions);
        }
    }

    /** A query that is not understood: with WITH, UNION and so on. */
    record Raw(String text) implements Query {}

    /**
     * What stands in FROM.
     *
     * @param schema null when not qualified
     * @param name the relation; null for a function or a nested query
     * @param alias by which its columns are qualified
     * @param nested the nested query, if it is one
     */
    record Source(
            @Nullable String schema,
            @Nullable String name,
            String alias,
            @Nullable Query nested) {}
}
