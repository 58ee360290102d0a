package dev.partywall.connect;

import dev.partywall.profile.Address;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one side told the {@link Doctor}.
 *
 * @param system the cluster's identifier; null where the role may not read it
 * @param pooled whether something other than the server answers to the connection
 * @param unforced how many tables with row security the role owns without FORCE, {@code anUnforced} one of them
 * @param filtered on how many tables row security applies to the role, {@code aFiltered} one of them
 * @param unreadable how many tables with row security the role may not read
 * @param mighty a role with BYPASSRLS or SUPERUSER that this one may become
 */
record SideReport(
        Side side,
        Address address,
        Attestation attestation,
        int version,
        String versionText,
        String databaseOid,
        String database,
        boolean tls,
        boolean replica,
        long unforced,
        @Nullable String anUnforced,
        long filtered,
        @Nullable String aFiltered,
        long unreadable,
        @Nullable String mighty,
        @Nullable String system,
        boolean pooled) {

    static SideReport of(
            Row row, Side side, Address address, Attestation attestation, @Nullable String system, boolean pooled) {
        return new SideReport(
                side,
                address,
                attestation,
                (int) row.number(1),
                row.get(2),
                row.get(3),
                row.get(4),
                row.flag(5),
                row.flag(6),
                row.number(7),
                row.text(8),
                row.number(9),
                row.text(10),
                row.number(11),
                row.text(12),
                system,
                pooled);
    }

    int major() {
        return version / 10000;
    }

    int minor() {
        return version % 10000;
    }

    boolean mayBypass() {
        return attestation.superuser() || attestation.bypassRls();
    }

    boolean sameDatabase(SideReport other) {
        if (system != null && other.system != null && !system.equals(other.system)) {
            return false;
        }
        boolean identified = system != null && other.system != null;
        boolean place = identified || address.places().equals(other.address.places());
        return place && databaseOid.equals(other.databaseOid) && Objects.equals(database, other.database);
    }
}
