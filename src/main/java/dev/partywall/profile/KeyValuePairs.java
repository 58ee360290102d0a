package dev.partywall.profile;

import dev.partywall.failure.Failure;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code host=localhost dbname='my db'} (PostgreSQL: Keyword/Value Connection Strings). */
final class KeyValuePairs {
    private static final Pattern PAIR = Pattern.compile(
            "\\s*([A-Za-z_]+)\\s*=\\s*(?:'((?:[^'\\\\]|\\\\.)*+)'|((?!')(?:[^\\s\\\\]|\\\\.)*+))(?=\\s|$)",
            Pattern.DOTALL);
    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)", Pattern.DOTALL);

    private KeyValuePairs() {}

    static void parse(String text, Parameters parameters) {
        Matcher pair = PAIR.matcher(text);
        int end = 0;
        while (end < text.length()) {
            if (!pair.find(end) || pair.start() != end) {
                throw Failure.usage(
                        "The connection string is not a list of keyword=value.",
                        "Put a value with blanks in it between single quotes, and write ' in it as \\'.");
            }
            String value = pair.group(2) != null ? pair.group(2) : pair.group(3);
            parameters.libpq(pair.group(1), ESCAPED.matcher(value).replaceAll("$1"));
            end = pair.end();
        }
    }
}
