package dev.partywall.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param number {@code attnum}
 * @param type as {@code format_type} prints it, {@code character varying(20)} say
 * @param baseType the type behind a domain, without modifiers: {@code uuid}, {@code text}, ...
 * @param defaultExpression as {@code pg_get_expr} prints it; for a generated column the expression
 * @param identity GENERATED ... AS IDENTITY
 * @param generated GENERATED ALWAYS AS (...): cannot be written
 * @param grants column privileges, beyond those of the relation
 */
public record Column(
        int number,
        String name,
        String type,
        String baseType,
        boolean notNull,
        @Nullable String defaultExpression,
        boolean identity,
        boolean generated,
        List<Grant> grants) {
    public Column {
        grants = List.copyOf(grants);
    }
}
