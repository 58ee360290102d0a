package dev.partywall.connect;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction is to be on the server: which connection, as whom, with which settings.
 *
 * @param user a login role other than the side's own, for designs with one login per tenant
 * @param settings applied with {@code set_config(name, value, true)} inside the transaction, in the map's order
 * @param role a role to become with {@code SET LOCAL ROLE} first; null for none
 * @param fresh whether the connection must be one on which no setting was ever set (FACTS, row security 14)
 */
public record SessionContext(
        Side side,
        @Nullable String user,
        Map<String, String> settings,
        @Nullable String role,
        boolean fresh) {
    public SessionContext {
        settings = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(settings));
    }

    /** The bypass role, as it is. */
    public static SessionContext bypass() {
        return new SessionContext(Side.BYPASS, null, Map.of(), null, false);
    }

    /** The app role with these settings. */
    public static SessionContext app(Map<String, String> settings) {
        return new SessionContext(Side.APP, null, settings, null, false);
    }

    /** The app role on a connection that never knew a tenant. */
    public static SessionContext nobody() {
        return new SessionContext(Side.APP, null, Map.of(), null, true);
    }
}
