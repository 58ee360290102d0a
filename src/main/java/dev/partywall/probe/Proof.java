package dev.partywall.probe;

import dev.partywall.catalog.RelationName;
import dev.partywall.connect.Attestation;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who the server said took part in a run, and in which state of the database it looked.
 *
 * @param server version and address as the server tells them
 * @param snapshots those exported during the run, in the order in which they were looked at
 * @param app the app side in a tenant's session, its settings read back
 * @param bypass the control; null where the profile has none
 * @param canBecome roles the app role may become by {@code SET ROLE}
 * @param rowSecurity the setting {@code row_security} of the app role
 * @param rowSecurityActive {@code row_security_active()} for the app role, by relation
 */
public record Proof(
        Instant startedAt,
        Instant finishedAt,
        String server,
        List<String> snapshots,
        Attestation app,
        @Nullable Attestation bypass,
        List<String> canBecome,
        String rowSecurity,
        Map<RelationName, Boolean> rowSecurityActive) {
    public Proof {
        snapshots = List.copyOf(snapshots);
        canBecome = List.copyOf(canBecome);
        rowSecurityActive = Collections.unmodifiableMap(new TreeMap<>(rowSecurityActive));
    }
}
