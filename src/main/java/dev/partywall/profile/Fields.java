package dev.partywall.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.partywall.failure.Failure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one object in a profile file. Absent ones are empty; one that is not known is refused, for in a profile a misspelt
 * field would silently change what is verified.
 *
 * @param path of the object in the file, for messages; empty for the file itself
 */
record Fields(JsonNode node, String origin, String path) {
    static Fields of(JsonNode node, String origin, String path, List<String> known) {
        Fields fields = new Fields(node, origin, path);
        if (!node.isObject()) {
            throw fields.wrong(path.isEmpty() ? "" : path, "is not an object");
        }
        node.fieldNames().forEachRemaining(name -> fields.requireKnown(name, known));
        return fields;
    }

    private void requireKnown(String name, List<String> known) {
        if (!known.contains(name)) {
            throw Failure.usage(
                    "The profile " + origin + " has a field Partywall does not know: " + at(name) + ".",
                    "Fields known there: " + String.join(", ", known) + ".");
        }
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    /** An object within this one; an empty one where it is absent. */
    Fields object(String name, List<String> known) {
        JsonNode inner = has(name) ? node.get(name) : JsonNodeFactory.instance.objectNode();
        return of(inner, origin, at(name), known);
    }

    @Nullable
    String text(String name) {
        return has(name) ? text(node.get(name), name) : null;
    }

    String text(String name, String otherwise) {
        String text = text(name);
        return text == null ? otherwise : text;
    }

    String required(String name) {
        String text = text(name);
        if (text == null) {
            throw wrong(at(name), "is missing");
        }
        return text;
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        if (has(name)) {
            if (!node.get(name).isArray()) {
                throw wrong(at(name), "is not a list");
            }
            node.get(name).forEach(each -> texts.add(text(each, name)));
        }
        return texts;
    }

    Map<String, String> map(String name) {
        Map<String, String> map = new LinkedHashMap<>();
        if (has(name)) {
            if (!node.get(name).isObject()) {
                throw wrong(at(name), "is not an object");
            }
            node.get(name).properties().forEach(each -> map.put(each.getKey(), text(each.getValue(), name)));
        }
        return map;
    }

    <E extends Enum<E>> @Nullable E word(String name, E[] values) {
        String word = text(name);
        Function<E, String> spelling = value -> value.name().toLowerCase(Locale.ROOT);
        for (E value : values) {
            if (spelling.apply(value).equals(word)) {
                return value;
            }
        }
        if (word != null) {
            List<String> words = Arrays.stream(values).map(spelling).toList();
            throw wrong(at(name), "is none of " + String.join(", ", words));
        }
        return null;
    }

    private String text(JsonNode value, String name) {
        if (!value.isValueNode() || value.isNull()) {
            throw wrong(at(name), "is not a plain value");
        }
        return value.asText();
    }

    Failure wrong(String field, String what) {
        return Failure.usage(
                "In the profile " + origin + (field.isEmpty() ? " the content" : " the field " + field) + " " + what
                        + ".",
                "Correct the file; the README shows a whole profile.");
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
