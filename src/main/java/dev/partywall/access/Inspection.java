package dev.partywall.access;

import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.connect.Attestation;
import dev.partywall.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;

/**
 * One database as it was found: what rules, probes, screens and commands work from. Holds no connection.
 *
 * @param app who the app connection is
 * @param bypass who the bypass connection is; null when the profile has none
 */
public record Inspection(
        CatalogSnapshot snapshot,
        Tenancy tenancy,
        AccessModel access,
        Attestation app,
        @Nullable Attestation bypass) {

    /** The role whose isolation is judged. */
    public String appRole() {
        return app.currentUser();
    }
}
