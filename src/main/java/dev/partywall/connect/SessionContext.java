package dev.partywall.connect;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction is to be on the server: which connection, as whom, with which settings. Sessions compare it with
 * what the server attests, and refuse to read where the two differ.
 *
 * @param user a login role other than the side's own, for designs with one login per tenant
 * @param settings applied with {@code set_config(name, value, true)} inside the transaction, in the map's order; a null
 *     value means the setting must be found never set, and is only read back
 * @param role a role to become, as by {@code SET LOCAL ROLE}, first; null for none
 * @param fresh whether the connection must be one on which no setting was ever set (FACTS, row security 14)
 */
public record SessionContext(
        Side side,
        @Nullable String user,
        Map<String, @Nullable String> settings,
        @Nullable String role,
        boolean fresh) {
    public SessionContext {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** The bypass role, as it is. */
    public static SessionContext bypass() {
        return new SessionContext(Side.BYPASS, null, Map.of(), null, false);
    }

    /** The app role with these settings. */
    public static SessionContext app(Map<String, String> settings) {
        return new SessionContext(Side.APP, null, new LinkedHashMap<>(settings), null, false);
    }

    /** The app role on a connection that never knew a tenant. */
    public static SessionContext nobody() {
        return nobody(java.util.List.of());
    }

    /** The same, and the server has to attest that none of these settings has a value. */
    public static SessionContext nobody(Collection<String> unset) {
        Map<String, @Nullable String> settings = new LinkedHashMap<>();
        unset.forEach(name -> settings.put(name, null));
        return new SessionContext(Side.APP, null, settings, null, true);
    }

    /** The settings to apply. */
    Map<String, String> applied() {
        Map<String, String> applied = new LinkedHashMap<>();
        settings.forEach((name, value) -> {
            if (value != null) {
                applied.put(name, value);
            }
        });
        return applied;
    }
}
