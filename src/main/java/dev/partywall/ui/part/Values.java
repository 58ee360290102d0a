package dev.partywall.ui.part;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;

/** How the server's text of a value is shown. */
public final class Values {
    private static final Set<String> NUMBERS = Set.of(
            "int2",
            "int4",
            "int8",
            "numeric",
            "float4",
            "float8",
            "money",
            "oid",
            "smallserial",
            "serial",
            "bigserial");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Values() {}

    public static boolean isNumber(String type) {
        return NUMBERS.contains(type);
    }

    /** JSON over several lines; anything else as it is. */
    public static String pretty(String type, String text) {
        if (!type.equals("json") && !type.equals("jsonb")) {
            return text;
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            // A number too long for the parser, say: the server's own text is always right.
            return text;
        }
    }
}
