package dev.partywall.expression;

import java.util.regex.Pattern;

/** Regular expressions on known texts, where POSIX and Java mean the same by them (PostgreSQL 18, section 9.7.3). */
final class Patterns {
    private static final Pattern PLAIN = Pattern.compile("[\\w\\s^$.*+?(){}\\[\\]|,:@/-]*");

    private Patterns() {}

    static Values matches(String operator, String text, String pattern) {
        if (!PLAIN.matcher(pattern).matches() || pattern.contains("[[") || pattern.startsWith("*")) {
            return Values.EITHER;
        }
        try {
            int flags = operator.equals("~*") ? Pattern.CASE_INSENSITIVE : 0;
            return Values.of(Pattern.compile(pattern, flags).matcher(text).find());
        } catch (java.util.regex.PatternSyntaxException different) {
            return Values.EITHER;
        }
    }
}
