package dev.partywall.expression;

import java.util.Set;

/** Arithmetic on ids: what keeps two tenants apart and what may bring them together (PostgreSQL 18, section 9.3). */
final class Arithmetic {
    private static final Set<String> SHIFTS = Set.of("+", "-", "#");
    private static final Set<String> COARSE = Set.of("*", "/", "%", "&", "|", ">>", "<<", "^");

    private Arithmetic() {}

    /** Neither side is NULL. */
    static Values of(String operator, Value left, Value right) {
        if (left instanceof Value.Id id && right instanceof Value.Text text) {
            return withConstant(operator, id, text.text());
        }
        if (left instanceof Value.Text text && right instanceof Value.Id id) {
            return withConstant(operator, id, text.text());
        }
        if (left instanceof Value.Id || right instanceof Value.Id) {
            return Values.unread(operator);
        }
        return Values.of(Value.UNKNOWN, Value.NULL);
    }

    private static Values withConstant(String operator, Value.Id id, String constant) {
        if (SHIFTS.contains(operator) || operator.equals("*") && isAboutOne(constant)) {
            return Values.of(id.as(operator + constant, true));
        }
        return COARSE.contains(operator) ? Values.of(id.as(operator + constant, false)) : Values.unread(operator);
    }

    private static boolean isAboutOne(String constant) {
        return constant.matches("-?[1-9]\\d*");
    }
}
