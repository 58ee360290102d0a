package dev.partywall.advisor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** SQL as text for reading: without comments, cut into statements, names in lower case unless quoted. */
final class SqlText {
    private SqlText() {}

    /** Comments become a blank; text literals stay. */
    static String withoutComments(String sql) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < sql.length()) {
            int end = tokenEnd(sql, at);
            String token = sql.substring(at, end);
            boolean comment = token.startsWith("--") || token.startsWith("/*");
            out.append(comment ? " " : caseFolded(token));
            at = end;
        }
        return out.toString();
    }

    /** Cut at the semicolons outside literals. */
    static List<String> statements(String sql) {
        List<String> statements = new ArrayList<>();
        int from = 0;
        int at = 0;
        while (at < sql.length()) {
            if (sql.charAt(at) == ';') {
                statements.add(sql.substring(from, at));
                from = at + 1;
            }
            at = tokenEnd(sql, at);
        }
        statements.add(sql.substring(from));
        return statements;
    }

    private static String caseFolded(String token) {
        char first = token.charAt(0);
        return first == '\'' || first == '"' ? token : token.toLowerCase(Locale.ROOT);
    }

    private static int tokenEnd(String sql, int at) {
        char first = sql.charAt(at);
        if (first == '\'' || first == '"') {
            return closing(sql, at, first);
        }
        if (sql.startsWith("--", at)) {
            int newline = sql.indexOf('\n', at);
            return newline < 0 ? sql.length() : newline;
        }
        if (sql.startsWith("/*", at)) {
            int close = sql.indexOf("*/", at + 2);
            return close < 0 ? sql.length() : close + 2;
        }
        return at + 1;
    }

    private static int closing(String sql, int at, char quote) {
        int next = sql.indexOf(quote, at + 1);
        while (next >= 0 && next + 1 < sql.length() && sql.charAt(next + 1) == quote) {
            next = sql.indexOf(quote, next + 2);
        }
        return next < 0 ? sql.length() : next + 1;
    }

    /** A pattern for a name as it may stand in SQL text that went through {@link #withoutComments}. */
    static String name(String identifier) {
        boolean plain = identifier.equals(identifier.toLowerCase(Locale.ROOT));
        String quoted = Pattern.quote('"' + identifier.replace("\"", "\"\"") + '"');
        return plain ? "(?:" + quoted + "|(?<![\\w$\"])" + Pattern.quote(identifier) + "(?![\\w$\"]))" : quoted;
    }
}
