package dev.partywall.access;

import dev.partywall.catalog.CatalogSnapshot;
import dev.partywall.catalog.Privilege;
import dev.partywall.catalog.RelationName;
import java.util.Set;

/** Answers what a role can do, from a snapshot alone. */
public final class AccessModel {
    private final CatalogSnapshot snapshot;

    public AccessModel(CatalogSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    public CatalogSnapshot snapshot() {
        return snapshot;
    }

    /** What {@code role} can do to {@code relation} by {@code command}, without SET ROLE. */
    public Access of(String role, RelationName relation, Privilege command) {
        throw new IllegalStateException("not yet");
    }

    /** {@code pg_has_role(role, target, 'USAGE')}: has its rights without SET ROLE. A role uses itself. */
    public boolean uses(String role, String target) {
        throw new IllegalStateException("not yet");
    }

    /** The roles {@code role} may SET ROLE to, through any number of memberships, itself not included. */
    public Set<String> canBecome(String role) {
        throw new IllegalStateException("not yet");
    }
}
