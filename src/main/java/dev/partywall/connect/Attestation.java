package dev.partywall.connect;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who the server says we are, read in the same transaction as the rows it vouches for.
 *
 * @param settings the tenant settings read back with {@code current_setting(name, true)}; null where never set
 * @param rowSecurityActive {@code row_security_active(relation)}; null when no relation was asked about
 * @param transactionReadOnly the {@code transaction_read_only} setting
 */
public record Attestation(
        String sessionUser,
        String currentUser,
        boolean superuser,
        boolean bypassRls,
        Map<String, @Nullable String> settings,
        @Nullable Boolean rowSecurityActive,
        boolean transactionReadOnly,
        int backendPid) {
    public Attestation {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
}
