package dev.partywall.profile;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One connection keyword of libpq (PostgreSQL: Parameter Key Words, Environment Variables).
 *
 * @param variable the environment variable libpq takes it from
 * @param property the driver's name for it; null where the driver has none or Partywall decides
 */
record Keyword(
        String name, @Nullable String variable, @Nullable String property) {
    private static final List<Keyword> KEYWORDS = List.of(
            new Keyword("service", "PGSERVICE", null),
            new Keyword("servicefile", "PGSERVICEFILE", null),
            new Keyword("host", "PGHOST", null),
            new Keyword("hostaddr", "PGHOSTADDR", null),
            new Keyword("port", "PGPORT", null),
            new Keyword("dbname", "PGDATABASE", null),
            new Keyword("user", "PGUSER", null),
            new Keyword("password", "PGPASSWORD", null),
            new Keyword("passfile", "PGPASSFILE", null),
            new Keyword("options", "PGOPTIONS", "options"),
            new Keyword("connect_timeout", "PGCONNECT_TIMEOUT", "connectTimeout"),
            new Keyword("sslmode", "PGSSLMODE", "sslmode"),
            new Keyword("sslnegotiation", "PGSSLNEGOTIATION", "sslNegotiation"),
            new Keyword("sslrootcert", "PGSSLROOTCERT", "sslrootcert"),
            new Keyword("sslcert", "PGSSLCERT", "sslcert"),
            new Keyword("sslkey", "PGSSLKEY", "sslkey"),
            new Keyword("sslpassword", null, "sslpassword"),
            new Keyword("channel_binding", "PGCHANNELBINDING", "channelBinding"),
            new Keyword("require_auth", "PGREQUIREAUTH", "requireAuth"),
            new Keyword("gssencmode", "PGGSSENCMODE", "gssEncMode"),
            new Keyword("krbsrvname", "PGKRBSRVNAME", "kerberosServerName"),
            new Keyword("target_session_attrs", "PGTARGETSESSIONATTRS", "targetServerType"),
            new Keyword("load_balance_hosts", "PGLOADBALANCEHOSTS", "loadBalanceHosts"));

    /** Keywords that make no difference to what Partywall does, or that it decides itself. */
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "application_name",
            "fallback_application_name",
            "client_encoding",
            "keepalives",
            "keepalives_idle",
            "keepalives_interval",
            "keepalives_count",
            "tcp_user_timeout",
            "sslcompression",
            "sslsni",
            "gssdelegation",
            "gsslib",
            "min_protocol_version",
            "max_protocol_version");

    /** Keywords that promise a protection the driver cannot give. */
    private static final Set<String> BEYOND_THE_DRIVER = Set.of(
            "sslcrl",
            "sslcrldir",
            "sslcertmode",
            "ssl_min_protocol_version",
            "ssl_max_protocol_version",
            "requirepeer",
            "replication");

    private static final Map<String, Keyword> BY_NAME =
            KEYWORDS.stream().collect(Collectors.toMap(Keyword::name, Function.identity()));

    static List<Keyword> all() {
        return KEYWORDS;
    }

    static @Nullable Keyword named(String name) {
        return BY_NAME.get(name);
    }

    static boolean withoutEffect(String name) {
        return WITHOUT_EFFECT.contains(name);
    }

    static boolean beyondTheDriver(String name) {
        return BEYOND_THE_DRIVER.contains(name);
    }
}
