package dev.partywall.profile;

import dev.partywall.failure.Failure;
import java.util.Map;
import java.util.Set;

/** Values libpq and the driver spell differently. */
final class DriverValue {
    private static final Set<String> SSL_MODES =
            Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");
    private static final Map<String, String> SERVER_TYPES = Map.of(
            "any", "any",
            "primary", "primary",
            "read-write", "primary",
            "standby", "secondary",
            "read-only", "secondary",
            "prefer-standby", "preferSecondary");

    private DriverValue() {}

    /** @throws Failure for a value libpq would not take */
    static String of(String keyword, String value) {
        return switch (keyword) {
            case "sslmode" -> known(keyword, value, SSL_MODES.contains(value) ? value : null);
            case "target_session_attrs" -> known(keyword, value, SERVER_TYPES.get(value));
            case "load_balance_hosts" -> String.valueOf("random".equals(value));
            case "connect_timeout" -> seconds(value);
            default -> value;
        };
    }

    private static String known(String keyword, String value, @org.jspecify.annotations.Nullable String mapped) {
        if (mapped == null) {
            throw Failure.usage(
                    "The connection string has " + keyword + "=" + value + ", which PostgreSQL does not know.",
                    "PostgreSQL: Parameter Key Words lists the values of " + keyword + ".");
        }
        return mapped;
    }

    /** Zero, negative or absent means to wait for ever, which Partywall does not. */
    private static String seconds(String value) {
        try {
            int seconds = Integer.parseInt(value.strip());
            return String.valueOf(seconds > 0 ? seconds : 10);
        } catch (NumberFormatException e) {
            throw Failure.usage("connect_timeout is not a number of seconds.", "Write connect_timeout=10, say.");
        }
    }

    /** {@code sslrootcert=system}: the certificates of the Java runtime, always with the host name verified. */
    static void systemCertificates(Map<String, String> properties) {
        if ("system".equals(properties.get("sslrootcert"))) {
            properties.remove("sslrootcert");
            properties.put("sslmode", "verify-full");
            properties.put("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
        }
    }
}
