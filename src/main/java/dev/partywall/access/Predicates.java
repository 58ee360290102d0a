package dev.partywall.access;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Joins stored expressions to one, the constants folded. */
final class Predicates {
    static final String TRUE = "true";
    static final String FALSE = "false";

    private Predicates() {}

    /** Any of them; false where there is none. */
    static String or(Collection<String> expressions) {
        return join(expressions, " OR ", FALSE, TRUE);
    }

    /** All of them; true where there is none. */
    static String and(Collection<String> expressions) {
        return join(expressions, " AND ", TRUE, FALSE);
    }

    private static String join(Collection<String> expressions, String operator, String neutral, String absorbing) {
        Set<String> parts = new LinkedHashSet<>(expressions);
        parts.remove(neutral);
        if (parts.contains(absorbing)) {
            return absorbing;
        }
        return switch (parts.size()) {
            case 0 -> neutral;
            case 1 -> parts.iterator().next();
            default ->
                String.join(operator, parts.stream().map(Predicates::enclosed).toList());
        };
    }

    private static String enclosed(String expression) {
        return isEnclosed(expression) ? expression : "(" + expression + ")";
    }

    /** Whether the first parenthesis closes at the very end. Quotes are doubled inside quotes, so toggling is enough. */
    private static boolean isEnclosed(String expression) {
        if (!expression.startsWith("(")) {
            return false;
        }
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return i == expression.length() - 1;
            }
        }
        return false;
    }
}
