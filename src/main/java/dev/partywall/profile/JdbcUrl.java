package dev.partywall.profile;

import dev.partywall.failure.Failure;
import java.util.Map;
import java.util.Set;

/**
 * A URL of the PostgreSQL JDBC driver. Unlike the driver this reads {@code user:password@} before the host, too. Of the
 * driver's properties only those are taken that concern where to go; some others load classes or write files.
 */
final class JdbcUrl {
    private static final Map<String, String> KEYWORDS = Map.of(
            "PGHOST", "host",
            "PGPORT", "port",
            "PGDBNAME", "dbname",
            "connectTimeout", "connect_timeout",
            "sslNegotiation", "sslnegotiation",
            "channelBinding", "channel_binding",
            "requireAuth", "require_auth",
            "gssEncMode", "gssencmode",
            "kerberosServerName", "krbsrvname");

    private static final Set<String> TAKEN = Set.of(
            "prepareThreshold",
            "preparedStatementCacheQueries",
            "preparedStatementCacheSizeMiB",
            "targetServerType",
            "loadBalanceHosts",
            "hostRecheckSeconds",
            "loginTimeout",
            "socketTimeout",
            "cancelSignalTimeout",
            "currentSchema",
            "assumeMinServerVersion",
            "groupStartupParameters",
            "receiveBufferSize",
            "sendBufferSize",
            "tcpNoDelay",
            "localSocketAddress",
            "pemKeyAlgorithm",
            "scramMaxIterations",
            "sslResponseTimeout",
            "gssResponseTimeout",
            "gsslib",
            "gssUseDefaultCreds",
            "jaasApplicationName",
            "jaasLogin",
            "useSpnego",
            "preferQueryMode");

    /** What Partywall decides itself. */
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "ApplicationName",
            "tcpKeepAlive",
            "readOnly",
            "readOnlyMode",
            "defaultRowFetchSize",
            "binaryTransfer",
            "binaryTransferEnable",
            "binaryTransferDisable",
            "stringtype",
            "reWriteBatchedInserts",
            "autosave",
            "cleanupSavepoints",
            "logUnclosedConnections",
            "logServerErrorDetail",
            "loggerLevel",
            "adaptiveFetch",
            "databaseMetadataCacheFields",
            "databaseMetadataCacheFieldsMiB",
            "disableColumnSanitiser",
            "allowEncodingChanges",
            "escapeSyntaxCallMode",
            "queryTimeout",
            "unknownLength",
            "hideUnprivilegedObjects",
            "quoteReturningIdentifiers",
            "maxResultBuffer",
            "protocolVersion");

    private static final Set<String> DANGEROUS = Set.of(
            "socketFactory",
            "socketFactoryArg",
            "sslfactory",
            "sslfactoryarg",
            "sslhostnameverifier",
            "sslpasswordcallback",
            "authenticationPluginClassName",
            "xmlFactoryFactory",
            "loggerFile",
            "sspiServiceClass",
            "classLoaderStrategy",
            "connectExecutor",
            "connectExecutorArg",
            "replication");

    private JdbcUrl() {}

    /** @param text what follows {@code jdbc:postgresql:} */
    static void parse(String text, Parameters parameters) {
        LibpqUri.parse(text.startsWith("//") ? text.substring(2) : localPlace(text), parameters, JdbcUrl::parameter);
    }

    /** {@code jdbc:postgresql:database} and {@code jdbc:postgresql:/} are on this machine. */
    private static String localPlace(String text) {
        return text.startsWith("/") ? text : "/" + text;
    }

    private static void parameter(String key, String value, Parameters into) {
        if (DANGEROUS.contains(key)) {
            throw Failure.usage(
                    "The connection string sets " + key + ", which can load code or write files.",
                    "Remove " + key + " from the connection string.");
        } else if (TAKEN.contains(key)) {
            into.driver(key, value);
        } else if (key.equals("ssl")) {
            into.libpq("sslmode", value.isEmpty() || value.equals("true") ? "verify-full" : "prefer");
        } else if (!WITHOUT_EFFECT.contains(key)) {
            into.libpq(KEYWORDS.getOrDefault(key, key), value);
        }
    }
}
