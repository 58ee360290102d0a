package dev.partywall.connect;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The word a statement begins with. */
final class FirstWord {
    /** Blanks, opening parentheses and comments; a nested comment ends at its first end, and then no known word follows. */
    private static final Pattern PATTERN =
            Pattern.compile("(?:\\s|\\(|--[^\\n\\r]*|/\\*(?:[^*]|\\*(?!/))*+\\*/)*+([A-Za-z]+)");

    private FirstWord() {}

    /** @return as written; empty where there is none */
    static String of(String statement) {
        Matcher matcher = PATTERN.matcher(statement);
        return matcher.lookingAt() ? matcher.group(1) : "";
    }
}
