package dev.partywall.expression;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a cast makes of a value, and when it raises (PostgreSQL 18, chapters 8 and 10; errors of appendix A). */
final class Casts {
    static final String INVALID_TEXT = "22P02";
    private static final String OUT_OF_RANGE = "22003";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> INTEGERS = Set.of("smallint", "integer", "bigint");
    private static final List<String> WIDTHS = List.of("smallint", "integer", "bigint", "numeric");
    private static final Set<String> TEXTS = Set.of("text", "character varying", "citext");
    private static final Pattern UUID = Pattern.compile("\\{?[0-9a-fA-F]{8}(-?[0-9a-fA-F]{4}){3}-?[0-9a-fA-F]{12}}?");
    private static final Pattern NUMBER = Pattern.compile("\\s*[-+]?\\d+(\\.\\d+)?\\s*");
    private static final Pattern BOOLEAN = Pattern.compile("(?i)\\s*(t(rue)?|y(es)?|on|1|f(alse)?|no?|off|0)\\s*");

    private final Knowledge knowledge;

    Casts(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    Values cast(Value value, TypeName type) {
        if (type.isArray() && value instanceof Value.Many many) {
            return many(many, type.element());
        }
        if (type.isArray() && value instanceof Value.Id id) {
            return list(id, type);
        }
        return switch (value) {
            case Value.Text text -> text(text.text(), type.name());
            case Value.Id id -> id(id, type);
            case Value.Bool bool -> Values.of(type.name().equals("boolean") ? bool : new Value.Text("" + bool.value()));
            default -> Values.of(value);
        };
    }

    /** {@code '{...}'::uuid[]}: the braces go, and an id with a comma in it becomes several. */
    private Values list(Value.Id id, TypeName type) {
        boolean canonical = INTEGERS.contains(knowledge.tenantType())
                || knowledge.tenantType().equals("uuid");
        Value item = new Value.Id(id.own(), canonical ? "" : " read as a list", canonical && id.exact());
        return id.plain() ? invalid() : Values.of(new Value.Many(Set.of(item)));
    }

    private Values many(Value.Many many, TypeName element) {
        Values items = new Values(many.items(), Set.of(), Set.of()).map(item -> cast(item, element));
        return items.values().isEmpty() ? items : items.side().or(new Value.Many(items.values()));
    }

    private static Values text(String text, String type) {
        return switch (type) {
            case "uuid" -> UUID.matcher(text).matches() ? Values.of(new Value.Text(text)) : invalid();
            case "smallint", "integer", "bigint", "numeric", "double precision", "real" ->
                NUMBER.matcher(text).matches() ? Values.of(new Value.Text(normal(text.strip()))) : invalid();
            case "boolean" -> BOOLEAN.matcher(text).matches() ? bool(text.strip()) : invalid();
            case "json", "jsonb" -> json(text, "");
            case "date", "timestamp with time zone", "timestamp without time zone" ->
                text.isBlank() ? Values.error("22007") : Values.of(Value.UNKNOWN);
            default -> Values.of(new Value.Text(text));
        };
    }

    private static String normal(String number) {
        return number.matches("[-+]?\\d{1,18}") ? String.valueOf(Long.parseLong(number)) : number;
    }

    private static Values bool(String text) {
        return Values.of("tTyY1".indexOf(text.charAt(0)) >= 0 || text.equalsIgnoreCase("on"));
    }

    static Values json(String text, String setting) {
        try {
            return text.isBlank() ? invalid() : Values.of(new Value.Claims(JSON.readTree(text), setting));
        } catch (JsonProcessingException e) {
            return invalid();
        }
    }

    private static Values invalid() {
        return Values.error(INVALID_TEXT);
    }

    private Values id(Value.Id id, TypeName type) {
        if (!id.form().isEmpty()) {
            return Values.of(cut(id, type));
        }
        String from = knowledge.tenantType();
        if (from.equals(type.name()) && type.modifiers().isEmpty()) {
            return Values.of(id);
        }
        if (INTEGERS.contains(from)) {
            return fromInteger(id, from, type);
        }
        if (from.equals("uuid")) {
            return Values.of(type.modifiers().isEmpty() && !type.name().equals("\"char\"") ? id : cut(id, type));
        }
        return TEXTS.contains(from) ? fromText(id, type) : Values.of(fromOther(id, from, type));
    }

    private Values fromInteger(Value.Id id, String from, TypeName type) {
        int target = WIDTHS.indexOf(type.name());
        if (target >= 0 && type.modifiers().isEmpty()) {
            boolean narrower = target < WIDTHS.indexOf(from);
            return narrower ? Values.of(id).or(Values.error(OUT_OF_RANGE)) : Values.of(id);
        }
        if (type.name().equals("real") && !from.equals("smallint")
                || type.name().equals("double precision") && from.equals("bigint")) {
            return Values.of(id.as("::" + type.sql(), false));
        }
        boolean lossless = type.name().equals("double precision");
        boolean bits = type.name().startsWith("bit") && length(type) < (from.equals("bigint") ? 64 : 32);
        return Values.of(bits ? id.as("::" + type.sql(), false) : lossless ? id : cut(id, type));
    }

    /** From text: to a number or uuid it may raise, and different texts may be the same number. */
    private Values fromText(Value.Id id, TypeName type) {
        return switch (type.name()) {
            case "smallint", "integer", "bigint", "numeric", "double precision", "real" ->
                Values.of(id.as("::" + type.sql(), false)).or(invalid());
            case "uuid" -> Values.of(id.as("::uuid", true)).or(invalid());
            case "citext", "name", "\"char\"" -> Values.of(id.as("::" + type.sql(), false));
            default -> Values.of(cut(id, type));
        };
    }

    private static Value fromOther(Value.Id id, String from, TypeName type) {
        boolean rounds = from.startsWith("numeric") || from.startsWith("double") || from.equals("real");
        boolean coarser = INTEGERS.contains(type.name()) || !type.modifiers().isEmpty();
        return rounds && coarser ? id.as("::" + type.sql(), false) : id;
    }

    /** Text kept as it is, unless it is cut to a length that ids can exceed, or padded. */
    private Value cut(Value.Id id, TypeName type) {
        boolean padded = type.name().equals("character");
        boolean shortened = !type.modifiers().isEmpty() && length(type) < longest();
        boolean tiny =
                type.name().equals("\"char\"") || padded && type.modifiers().isEmpty();
        return shortened || tiny || padded && TEXTS.contains(knowledge.tenantType())
                ? id.as("::" + type.sql(), false)
                : id;
    }

    private int longest() {
        return switch (knowledge.tenantType()) {
            case "uuid" -> 36;
            case "bigint" -> 20;
            case "integer" -> 11;
            case "smallint" -> 6;
            default -> knowledge.longestTenant();
        };
    }

    private static int length(TypeName type) {
        String first = type.modifiers().isEmpty() ? "1" : type.modifiers().getFirst();
        return first.chars().allMatch(Character::isDigit) ? Integer.parseInt(first) : 0;
    }
}
