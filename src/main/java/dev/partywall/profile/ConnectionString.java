package dev.partywall.profile;

import dev.partywall.failure.Failure;
import java.util.regex.Pattern;

/**
 * Reads what people paste to say where a database is: a libpq URI, a JDBC URL or {@code key=value} pairs (PostgreSQL:
 * Connection Strings). Messages never quote the text, for it may hold a password.
 */
final class ConnectionString {
    private static final Pattern URI = Pattern.compile("(?is)postgres(?:ql)?(?:\\+[a-z0-9_]+)?://.*");
    private static final Pattern JDBC = Pattern.compile("(?is)jdbc:postgresql:.*");
    private static final Pattern PAIRS = Pattern.compile("(?s)\\s*[A-Za-z_]+\\s*=.*");

    private ConnectionString() {}

    /** @throws Failure when the text makes no sense */
    static Parameters parse(String text) {
        String trimmed = text.strip();
        Parameters parameters = new Parameters();
        if (URI.matcher(trimmed).matches()) {
            LibpqUri.parse(trimmed.substring(trimmed.indexOf("://") + 3), parameters);
        } else if (JDBC.matcher(trimmed).matches()) {
            JdbcUrl.parse(trimmed.substring("jdbc:postgresql:".length()), parameters);
        } else if (PAIRS.matcher(trimmed).matches()) {
            KeyValuePairs.parse(trimmed, parameters);
        } else if (!trimmed.isEmpty()) {
            throw notAConnectionString(trimmed);
        }
        return parameters;
    }

    private static Failure notAConnectionString(String text) {
        boolean other = text.contains("://") || text.startsWith("jdbc:");
        return Failure.usage(
                other ? "This is a connection string of another kind of database." : "This is not a connection string.",
                "Write postgresql://host:port/database, jdbc:postgresql://host:port/database or host=... dbname=... .");
    }
}
