package dev.partywall.profile;

import dev.partywall.failure.Failure;
import java.util.regex.Pattern;

/** Takes passwords out of connection strings. */
public final class Redaction {
    private static final String STARS = "***";
    private static final Pattern UP_TO_LAST_AT = Pattern.compile("(?s)//([^:@/?]*):.*@");
    private static final Pattern IN_AUTHORITY = Pattern.compile("//([^:@/?]*):[^/?]*@");
    private static final Pattern IN_QUERY = Pattern.compile("(?i)([?&])(?:ssl)?password=[^&]*(&?)");
    private static final Pattern IN_PAIRS = Pattern.compile(
            "(?is)(?<![a-z?&])((?:ssl)?password)\\s*=\\s*(?:'(?:[^'\\\\]|\\\\.)*'?|(?:[^\\s\\\\&]|\\\\.)*)");

    private Redaction() {}

    /** The text as it may be shown: rather too little of it than too much, whatever it is. */
    public static String shown(String connectionString) {
        String hidden = UP_TO_LAST_AT.matcher(connectionString).replaceAll("//$1:" + STARS + "@");
        hidden = IN_QUERY.matcher(hidden).replaceAll("$1password=" + STARS + "$2");
        return IN_PAIRS.matcher(hidden).replaceAll("$1=" + STARS);
    }

    /**
     * The same connection string, as it may be saved.
     *
     * @throws Failure when the password cannot be told from the rest
     */
    public static String withoutPassword(String connectionString) {
        String without = IN_AUTHORITY.matcher(connectionString).replaceFirst("//$1@");
        without = IN_QUERY.matcher(without).replaceAll(match -> match.group(2).isEmpty() ? "" : match.group(1));
        without = IN_PAIRS.matcher(without).replaceAll("").strip();
        Parameters parameters = ConnectionString.parse(without);
        if (parameters.has("password") || parameters.has("sslpassword")) {
            throw Failure.usage(
                    "The connection string holds a password that cannot be taken out of it.",
                    "Remove the password, and say where it is to be found.");
        }
        return without;
    }
}
