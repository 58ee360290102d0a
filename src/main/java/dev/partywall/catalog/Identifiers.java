package dev.partywall.catalog;

import java.util.regex.Pattern;

/** The one place where identifiers and literals are quoted. */
public final class Identifiers {
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_$]*");

    private Identifiers() {}

    /** The identifier as SQL, in double quotes unless it is plain and not a key word. */
    public static String quote(String identifier) {
        boolean plain = PLAIN.matcher(identifier).matches() && !KeyWords.isReserved(identifier);
        return plain ? identifier : '"' + identifier.replace("\"", "\"\"") + '"';
    }

    /** The text as an SQL literal, for SQL that is shown to people; values sent to the server are bound. */
    public static String literal(String text) {
        String quoted = "'" + text.replace("'", "''") + "'";
        return text.contains("\\") ? "E" + quoted.replace("\\", "\\\\") : quoted;
    }
}
