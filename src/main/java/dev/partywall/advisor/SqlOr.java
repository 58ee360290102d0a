package dev.partywall.advisor;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells whether a comparison can be got round by an OR beside it. */
final class SqlOr {
    private static final Pattern WORD =
            Pattern.compile("\\b(?:or|where|having|on|union|group|order|limit|returning)\\b");

    private SqlOr() {}

    /** Whether an OR stands at the depth of the comparison, or further out, within the same condition. */
    static boolean standsBeside(String statement, String comparison) {
        Matcher matcher = Pattern.compile(comparison).matcher(statement);
        return matcher.find()
                && (hasOr(statement, matcher.start(), -1, '(', ')') || hasOr(statement, matcher.end(), 1, ')', '('));
    }

    /** Walks from the comparison outwards to the edge of its condition. */
    private static boolean hasOr(String statement, int from, int step, char out, char in) {
        int depth = 0;
        int lowest = 0;
        for (int at = step < 0 ? from - 1 : from; at >= 0 && at < statement.length(); at += step) {
            char c = statement.charAt(at);
            depth += c == in ? 1 : c == out ? -1 : 0;
            lowest = Math.min(lowest, depth);
            String word = depth == lowest ? wordAt(statement, at) : "";
            if (word.equals("or")) {
                return true;
            }
            if (!word.isEmpty()) {
                return false;
            }
        }
        return false;
    }

    private static String wordAt(String statement, int at) {
        Matcher matcher = WORD.matcher(statement).region(at, statement.length());
        matcher.useTransparentBounds(true);
        return matcher.lookingAt() ? matcher.group() : "";
    }
}
