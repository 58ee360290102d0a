package dev.partywall.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Functions that make one text of another (PostgreSQL 18, section 9.4), as far as they keep tenants apart. */
final class TextFunctions {
    /** They make one text of another, and different texts may become the same. */
    private static final Set<String> FOLDING = Set.of(
            "lower",
            "upper",
            "initcap",
            "btrim",
            "trim",
            "ltrim",
            "rtrim",
            "left",
            "right",
            "substr",
            "substring",
            "replace",
            "regexp_replace",
            "regexp_substr",
            "regexp_match",
            "split_part",
            "translate",
            "overlay",
            "to_number",
            "to_char",
            "hashtext",
            "hashtextextended",
            "hash_array",
            "length",
            "char_length",
            "ascii",
            "unaccent",
            "soundex",
            "metaphone",
            "abs",
            "round",
            "trunc",
            "floor",
            "ceil",
            "mod",
            "div",
            "to_tsvector",
            "normalize",
            "strpos",
            "position",
            "starts_with",
            "regexp_like",
            "lpad",
            "rpad");

    /** Of those, the ones that leave a canonical uuid or integer as different as it was. */
    private static final Set<String> CASE_AND_BLANKS =
            Set.of("lower", "upper", "initcap", "btrim", "trim", "ltrim", "rtrim", "unaccent");

    /** Different in, different out, for all practical purposes. */
    private static final Set<String> DIGESTS =
            Set.of("md5", "sha224", "sha256", "sha384", "sha512", "digest", "encode", "convert_to", "reverse");

    private static final Set<String> LISTS = Set.of("string_to_array", "regexp_split_to_array", "unnest");

    /** Functions that give the list as rows. */
    private static final Set<String> ROWS =
            Set.of("string_to_table", "regexp_split_to_table", "jsonb_array_elements_text", "json_array_elements_text");

    private static final Set<String> JOINING = Set.of("concat", "concat_ws", "format");

    private static final Set<String> CANONICAL = Set.of("uuid", "integer", "bigint", "smallint");

    private final Knowledge knowledge;

    TextFunctions(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /** What the call gives; empty when it is none of these functions. */
    Optional<Values> of(Expression.Call call, List<Values> arguments) {
        String name = call.name();
        if (LISTS.contains(name)) {
            return Optional.of(arguments.getFirst().map(this::list));
        }
        if (ROWS.contains(name)) {
            return Optional.of(arguments.getFirst().map(this::list).map(TextFunctions::items));
        }
        if (JOINING.contains(name)) {
            return Optional.of(concatenated(name, arguments));
        }
        return FOLDING.contains(name) || DIGESTS.contains(name)
                ? Optional.of(transformed(call, arguments))
                : Optional.empty();
    }

    private static Values items(Value value) {
        return value instanceof Value.Many many ? new Values(many.items(), Set.of(), Set.of()) : Values.of(value);
    }

    /** One id among constants stays as different as it was. */
    private static Values concatenated(String name, List<Values> arguments) {
        List<Value> ids = arguments.stream()
                .flatMap(argument -> argument.values().stream())
                .filter(value -> !(value instanceof Value.Text))
                .toList();
        Values all = Functions.joined(arguments).side();
        return ids.size() == 1 && ids.getFirst() instanceof Value.Id id
                ? all.or(id.as(form(name, arguments), true))
                : all.or(Values.unread(name + "()"));
    }

    /** The constants around the id; nothing where they are empty. */
    private static String form(String name, List<Values> arguments) {
        StringBuilder form = new StringBuilder();
        for (Values argument : arguments) {
            argument.values().stream()
                    .filter(Value.Text.class::isInstance)
                    .map(value -> ((Value.Text) value).text())
                    .filter(text -> !text.isEmpty() && !text.equals("%s"))
                    .forEach(form::append);
        }
        return form.isEmpty() ? "" : name + "(" + form + ")";
    }

    /** What becomes of the first argument that is a tenant; the rest only tells forms apart. */
    private Values transformed(Expression.Call call, List<Values> arguments) {
        String form = call.name() + "(" + rest(call) + ")";
        if (CASE_AND_BLANKS.contains(call.name()) && CANONICAL.contains(knowledge.tenantType())) {
            return Functions.joined(arguments);
        }
        boolean exact = DIGESTS.contains(call.name()) || takesHyphensOut(call);
        Values rest = Functions.joined(arguments.subList(1, arguments.size()));
        if (rest.values().stream().anyMatch(Value.Id.class::isInstance)) {
            return rest.side()
                    .or(arguments.getFirst().side())
                    .or(Values.of(Value.UNKNOWN).because(Cause.Kind.WEAK, call.name() + "()"));
        }
        Values all = rest.side();
        return all.or(arguments.getFirst().map(value -> transformed(value, call.name(), form, exact)));
    }

    /** The hyphens of a uuid say nothing. */
    private boolean takesHyphensOut(Expression.Call call) {
        return call.name().equals("replace")
                && knowledge.tenantType().equals("uuid")
                && rest(call).matches("'-'(::text)?, ''(::text)?");
    }

    private static String rest(Expression.Call call) {
        List<String> texts = new ArrayList<>();
        call.arguments().stream().skip(1).map(Expression::sql).forEach(texts::add);
        return String.join(", ", texts);
    }

    private static Values transformed(Value value, String name, String form, boolean exact) {
        return switch (value) {
            case Value.Id id -> Values.of(id.as(form, exact));
            case Value.Text text -> Values.of(text(text.text(), name));
            case Value.Null none -> Values.of(none);
            default -> Values.unread(name + "()");
        };
    }

    private static Value text(String text, String name) {
        return switch (name) {
            case "lower" -> new Value.Text(text.toLowerCase(Locale.ROOT));
            case "upper" -> new Value.Text(text.toUpperCase(Locale.ROOT));
            case "btrim", "trim", "ltrim", "rtrim" -> new Value.Text(text.strip());
            default -> text.isEmpty() ? new Value.Text("") : Value.UNKNOWN;
        };
    }

    /** A text taken for a list: an id that has the separator in it would become several. */
    private Values list(Value value) {
        return switch (value) {
            case Value.Id id -> {
                boolean exact = CANONICAL.contains(knowledge.tenantType());
                yield Values.of(new Value.Many(Set.of(exact ? id : id.as(" split into a list", false))));
            }
            case Value.Text text ->
                text.text().isEmpty()
                        ? Values.of(new Value.Many(Set.of()))
                        : Values.of(new Value.Many(Set.of(Value.UNKNOWN)));
            case Value.Many many -> new Values(many.items(), Set.of(), Set.of());
            case Value.Null none -> Values.of(none);
            default -> Values.of(new Value.Many(Set.of(Value.UNKNOWN)));
        };
    }
}
