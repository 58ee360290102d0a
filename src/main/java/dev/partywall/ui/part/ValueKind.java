package dev.partywall.ui.part;

import java.util.Locale;
import java.util.Set;

/** What kind of value a column holds, as far as showing it is concerned. */
public enum ValueKind {
    NUMBER,
    BOOLEAN,
    JSON,
    ARRAY,
    BYTES,
    TIME,
    UUID,
    TEXT;

    private static final Set<String> NUMBERS = Set.of(
            "int2",
            "int4",
            "int8",
            "smallint",
            "integer",
            "bigint",
            "numeric",
            "float4",
            "float8",
            "real",
            "double precision",
            "money",
            "oid",
            "smallserial",
            "serial",
            "bigserial");

    /** @param type as the driver names it ({@code int4}, {@code _text}) or as the catalogue does ({@code integer}, {@code text[]}) */
    public static ValueKind of(String type) {
        String name = type.toLowerCase(Locale.ROOT).replaceFirst("\\(.*?\\)", "");
        if (name.startsWith("_") || name.endsWith("[]")) {
            return ARRAY;
        }
        if (NUMBERS.contains(name)) {
            return NUMBER;
        }
        if (name.startsWith("time") || name.equals("date") || name.equals("interval")) {
            return TIME;
        }
        return switch (name) {
            case "bool", "boolean" -> BOOLEAN;
            case "json", "jsonb" -> JSON;
            case "bytea" -> BYTES;
            case "uuid" -> UUID;
            default -> TEXT;
        };
    }

    /** Numbers stand to the right, so that their digits stand below one another. */
    public boolean isNumber() {
        return this == NUMBER;
    }
}
