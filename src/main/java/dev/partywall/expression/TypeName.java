package dev.partywall.expression;

import java.util.List;
import java.util.Map;

/**
 * A type as a cast names it.
 *
 * @param name as {@code format_type} writes it, without modifiers; aliases such as {@code int8} or {@code varchar} resolved
 * @param modifiers the length, or precision and scale
 * @param dimensions of an array; 0 for none
 */
public record TypeName(String name, List<String> modifiers, int dimensions) {
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("int", "integer"),
            Map.entry("int4", "integer"),
            Map.entry("int8", "bigint"),
            Map.entry("int2", "smallint"),
            Map.entry("varchar", "character varying"),
            Map.entry("char", "character"),
            Map.entry("bpchar", "character"),
            Map.entry("bool", "boolean"),
            Map.entry("decimal", "numeric"),
            Map.entry("float8", "double precision"),
            Map.entry("float4", "real"),
            Map.entry("timestamptz", "timestamp with time zone"),
            Map.entry("timestamp", "timestamp without time zone"));

    public TypeName {
        name = ALIASES.getOrDefault(name, name);
        modifiers = List.copyOf(modifiers);
    }

    public static TypeName of(String name) {
        return new TypeName(name, List.of(), 0);
    }

    /** The type of an array's elements. */
    public TypeName element() {
        return new TypeName(name, modifiers, 0);
    }

    public boolean isArray() {
        return dimensions > 0;
    }

    /** As SQL. */
    public String sql() {
        String length = modifiers.isEmpty() ? "" : "(" + String.join(",", modifiers) + ")";
        return name + length + "[]".repeat(dimensions);
    }
}
