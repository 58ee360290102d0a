package dev.partywall.browse.copy;

import dev.partywall.catalog.Identifiers;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A value as an SQL literal. */
final class Literals {
    private static final Set<String> NUMBERS = Set.of("int2", "int4", "int8", "numeric", "float4", "float8");

    private Literals() {}

    static String of(String type, @Nullable String value) {
        if (value == null) {
            return "NULL";
        }
        if (type.equals("bool")) {
            return value.startsWith("t") ? "true" : "false";
        }
        // NaN and Infinity are numbers only in quotes.
        boolean number = NUMBERS.contains(type) && Character.isDigit(value.charAt(value.length() - 1));
        return number ? value : Identifiers.literal(value);
    }
}
