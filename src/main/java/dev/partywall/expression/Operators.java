package dev.partywall.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Binary operators (PostgreSQL 18, chapter 9). */
final class Operators {
    private static final Set<String> ORDER = Set.of("<", ">", "<=", ">=");
    private static final Set<String> SETS = Set.of("@>", "<@", "&&");
    private static final Set<String> PATTERNS = Set.of("~~*", "~", "~*", "^@");
    private static final Set<String> JSON = Set.of("->", "->>", "#>", "#>>");
    private static final Set<String> CANONICAL = Set.of("uuid", "integer", "bigint", "smallint");

    private final Knowledge knowledge;
    private final Equality equality;

    Operators(Knowledge knowledge, Equality equality) {
        this.knowledge = knowledge;
        this.equality = equality;
    }

    Values apply(String operator, Values left, Values right) {
        if (operator.contains(".")) {
            return ofExtension(operator, left, right);
        }
        return switch (operator) {
            case "=" -> left.strict(right, equality::of);
            case "<>" -> Logic.not(left.strict(right, equality::of));
            case "~~" -> left.strict(right, (value, pattern) -> like(value, pattern));
            case "!~~" -> Logic.not(left.strict(right, (value, pattern) -> like(value, pattern)));
            case "||" -> left.strict(right, Operators::joined);
            default -> other(operator, left, right);
        };
    }

    private Values other(String operator, Values left, Values right) {
        if (JSON.contains(operator)) {
            return left.strict(right, (document, path) -> extracted(operator, document, path));
        }
        if (ORDER.contains(operator) || PATTERNS.contains(operator)) {
            return left.strict(right, (a, b) -> ordered(operator, a, b));
        }
        if (SETS.contains(operator)) {
            return left.strict(right, this::overlap);
        }
        return left.strict(right, (a, b) -> Arithmetic.of(operator, a, b));
    }

    /** An operator of its own schema: that of citext folds case; of others nothing is known. */
    private Values ofExtension(String operator, Values left, Values right) {
        boolean equals = operator.endsWith(".=");
        if (equals && knowledge.tenantType().equals("citext")) {
            return left.strict(right, equality::of);
        }
        return left.strict(
                right,
                (a, b) -> equals
                        ? weak("operator " + operator, a, b)
                        : Values.EITHER.because(Cause.Kind.UNREAD, operator));
    }

    /** LIKE with a pattern that is somebody's id: exact where ids cannot hold wildcards. */
    private Values like(Value value, Value pattern) {
        boolean exact = pattern instanceof Value.Id id && id.plain() && CANONICAL.contains(knowledge.tenantType());
        return exact ? equality.of(value, pattern) : weak("LIKE", value, pattern);
    }

    private static Values ordered(String operator, Value a, Value b) {
        return a instanceof Value.Text text && b instanceof Value.Text pattern && operator.startsWith("~")
                ? Patterns.matches(operator, text.text(), pattern.text())
                : weak(operator, a, b);
    }

    private static Values weak(String operator, Value a, Value b) {
        boolean tenants = a instanceof Value.Id left && b instanceof Value.Id right && left.own() != right.own();
        return tenants ? Values.EITHER.because(Cause.Kind.WEAK, operator) : Values.EITHER;
    }

    /** One array within another, or sharing something with it: some pair must be equal. */
    private Values overlap(Value a, Value b) {
        Set<Value> left = a instanceof Value.Many many ? many.items() : Set.of(Value.UNKNOWN);
        Set<Value> right = b instanceof Value.Many many ? many.items() : Set.of(Value.UNKNOWN);
        return Logic.any(left, item -> new Values(right, Set.of(), Set.of()).map(other -> equality.of(item, other)));
    }

    private static Values joined(Value a, Value b) {
        if (a instanceof Value.Text left && b instanceof Value.Text right) {
            return Values.of(new Value.Text(left.text() + right.text()));
        }
        if (a instanceof Value.Id id && b instanceof Value.Text text) {
            return Values.of(text.text().isEmpty() ? id : id.as("||" + text.text(), true));
        }
        if (a instanceof Value.Text text && b instanceof Value.Id id) {
            return Values.of(text.text().isEmpty() ? id : id.as(text.text() + "||", true));
        }
        return Values.unread("||");
    }

    private Values extracted(String operator, Value document, Value path) {
        if (!(document instanceof Value.Claims claims) || !(path instanceof Value.Text text)) {
            return Values.unread(operator).or(Value.NULL);
        }
        JsonNode node = claims.json();
        String[] steps =
                operator.startsWith("#") ? text.text().replaceAll("[{}\"]", "").split(",") : new String[] {text.text()};
        for (String step : steps) {
            node = node.path(step.strip());
        }
        return claim(claims, node, text.text(), operator.endsWith(">>"));
    }

    /** A claim that the template has is known; any other may be anything. */
    Values claim(Value.Claims claims, JsonNode node, String name, boolean asText) {
        if (node.isMissingNode()) {
            return Values.anything(Cause.Kind.SETTING, claims.setting() + " ->> " + name);
        }
        if (node.isContainerNode()) {
            return Values.of(new Value.Claims(node, claims.setting()));
        }
        if (node.isNull()) {
            return Values.of(Value.NULL);
        }
        return asText
                ? Values.of(Functions.ofTemplate(node.asText(), knowledge.principals()))
                : Values.of(new Value.Claims(node, claims.setting()));
    }
}
